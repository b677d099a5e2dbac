-- what people say about people; the observations that follow from it go through the outbox

create table review (
    id                uuid        primary key,
    subject           uuid        not null references known_engineer,
    kind              text        not null check (kind in ('SELF', 'MANAGER', 'PEER')),
    rater             uuid        not null,
    framework         text        not null,
    framework_version int         not null,
    observed_on       date        not null,
    submitted_at      timestamptz not null,
    recorded_at       timestamptz not null,
    -- grows with everything this rater says about this person on this day, so that the last word counts
    revision          bigint      not null,
    state             text        not null check (state in ('SUBMITTED', 'WITHDRAWN'))
);

-- what else the rater said that day
create index review_statement on review (subject, kind, rater, observed_on, revision);
-- the lists, newest first
create index review_subject on review (subject, submitted_at desc, id desc);
create index review_rater on review (rater, submitted_at desc, id desc);
create index review_submitted on review (submitted_at desc, id desc);

create table review_rating (
    review        uuid             not null references review,
    position      int              not null,
    skill         text             not null,
    value         double precision not null,
    quality       double precision not null,
    worked_little boolean          not null,
    comment       text,
    primary key (review, skill)
);

create table review_request (
    id           uuid        primary key,
    subject      uuid        not null references known_engineer,
    reviewer     uuid        not null references known_engineer,
    requested_by uuid        not null,
    requested_at timestamptz not null,
    state        text        not null check (state in ('OPEN', 'ANSWERED'))
);

create unique index review_request_open on review_request (subject, reviewer) where state = 'OPEN';
create index review_request_reviewer on review_request (reviewer, requested_at desc, id desc);
