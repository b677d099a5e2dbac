-- The growth programme for newcomers: who started together, who was admitted by whom, and who looks after whom.

create table programme_cohort (
    id                uuid        primary key,
    framework         text        not null,
    framework_version int         not null, -- whose programme it follows to the end
    programme         text        not null,
    name_zh           text        not null,
    name_en           text        not null,
    starts_on         date        not null,
    created_by        text        not null,
    created_at        timestamptz not null
);

create index programme_cohort_newest on programme_cohort (created_at desc, id desc);

-- An ability check and what a person decided about it. The check alone admits nobody.
create table programme_admission (
    id         uuid        primary key,
    cohort     uuid        not null references programme_cohort,
    engineer   uuid        not null references known_engineer,
    passed     boolean     not null,
    given      text        not null, -- JSON: the observations that were checked, so that it can be repeated
    lines      text        not null, -- JSON: each entry requirement with its status
    checked_by text        not null,
    checked_at timestamptz not null,
    outcome    text        check (outcome in ('ADMITTED', 'REFUSED')),
    reason     text,
    decided_by text,
    decided_at timestamptz,
    check ((outcome is null) = (decided_at is null))
);

create unique index programme_admission_open on programme_admission (cohort, engineer) where outcome is null;
create index programme_admission_cohort on programme_admission (cohort, checked_at desc, id desc);

create table programme_participant (
    cohort      uuid        not null references programme_cohort,
    engineer    uuid        not null references known_engineer,
    mentor      uuid        references known_engineer,
    state       text        not null check (state in ('ACTIVE', 'FINISHED', 'LEFT')),
    revision    bigint      not null,
    admitted_at timestamptz not null,
    primary key (cohort, engineer)
);

-- nobody takes part twice at a time
create unique index programme_participant_active on programme_participant (engineer) where state = 'ACTIVE';
create index programme_participant_mentor on programme_participant (mentor) where state = 'ACTIVE';

-- who changed what about a participant, when and why
create table programme_change (
    cohort     uuid        not null,
    engineer   uuid        not null,
    revision   bigint      not null,
    mentor     uuid,
    state      text        not null,
    reason     text        not null,
    changed_by text        not null,
    changed_at timestamptz not null,
    primary key (cohort, engineer, revision),
    foreign key (cohort, engineer) references programme_participant
);
