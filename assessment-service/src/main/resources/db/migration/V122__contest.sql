-- An engineer's objection to one line of an explanation, and how it ended. Appended, never changed.
create table contest (
    id                uuid             primary key,
    engineer          uuid             not null references known_engineer,
    framework         text             not null,
    framework_version int              not null,
    role              text             not null,
    as_of             date             not null, -- of the level whose explanation is contested
    skill             text collate "C" not null,
    level             text,                      -- the requirement of this level; null for the line as a whole
    input_kind        text check (input_kind in ('MANAGER', 'PEER', 'SELF', 'EVIDENCE')),
    input_source      text,                      -- rater or item; a peer is never named
    reason            text             not null,
    assigned_to       uuid,                      -- the second person, null for HR
    due_on            date             not null,
    opened_at         timestamptz      not null
);

create index contest_engineer on contest (engineer, opened_at desc, id desc);
create index contest_assigned on contest (assigned_to, opened_at desc, id desc);
create index contest_due on contest (due_on);

create trigger contest_is_append_only before update or delete or truncate on contest
    for each statement execute function refuse_change();

create table contest_end (
    contest     uuid        primary key references contest,
    outcome     text        not null check (outcome in ('UPHELD', 'DISMISSED', 'WITHDRAWN')),
    consequence text        check (consequence in ('CORRECTION', 'NEW_REVIEW', 'EXEMPTION', 'NEW_DECISION')),
    reason      text,       -- null only for one that was withdrawn
    ended_by    text        not null,
    ended_at    timestamptz not null,
    check ((outcome = 'UPHELD') = (consequence is not null)),
    check (outcome = 'WITHDRAWN' or reason is not null)
);

create trigger contest_end_is_append_only before update or delete or truncate on contest_end
    for each statement execute function refuse_change();
