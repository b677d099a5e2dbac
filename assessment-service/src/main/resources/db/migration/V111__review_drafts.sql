-- What raters have not submitted yet: at most one open draft per rater, person and kind, whatever tab or device it comes
-- from. The row stays when the draft was submitted or thrown away, so that a number of its revision never comes again.
create table review_draft (
    rater             uuid        not null references known_engineer,
    subject           uuid        not null references known_engineer,
    kind              text        not null check (kind in ('SELF', 'MANAGER', 'PEER')),
    framework         text        not null,
    framework_version int         not null,
    observed_on       date,                 -- null: the day on which it is submitted
    revision          bigint      not null, -- grows with every save
    opened            bigint      not null, -- the revision that began the draft that is open, or was the last
    open              boolean     not null,
    updated_at        timestamptz not null,
    primary key (rater, subject, kind)
);

create index review_draft_list on review_draft (rater, updated_at desc, subject) where open;

-- Each skill is saved by itself and remembers by which revision, so that only two edits of the same skill meet. A cleared
-- one stays until the end of the draft: an older page must not bring its words back unseen.
create table review_draft_rating (
    rater         uuid        not null,
    subject       uuid        not null,
    kind          text        not null,
    skill         text        not null,
    revision      bigint      not null,
    saved_at      timestamptz not null,
    answer        text        check (answer in ('VALUE', 'NOT_YET', 'DOES_NOT_APPLY', 'NOT_SURE')),
    value         float8,
    comment       text,
    worked_little boolean     not null,
    evidence      uuid[]      not null,
    cleared       boolean     not null,
    primary key (rater, subject, kind, skill),
    foreign key (rater, subject, kind) references review_draft
);
