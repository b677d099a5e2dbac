-- What drafts would do, as assessment-service reports it.

-- frameworks that somebody holds a role of; told before or after the framework is known here
create table frameworks_in_use (
    framework text primary key
);

create table impact_runs (
    run            uuid        primary key,
    framework      text        not null references frameworks,
    draft          uuid        not null,
    draft_revision bigint      not null,
    version        integer     not null, -- the number the draft would get: one more than what it was compared with
    requested_at   timestamptz not null,
    requested_by   text        not null,
    state          text        not null check (state in ('WAITING', 'RUNNING', 'DONE', 'CANCELLED', 'FAILED')),
    total          bigint      not null default 0,
    done           bigint      not null default 0,
    rises          bigint      not null default 0,
    falls          bigint      not null default 0,
    insufficient   bigint      not null default 0,
    failure        text
);

create index impact_runs_of_draft on impact_runs (draft, requested_at desc);

-- a second curator has seen the numbers and agrees; only of runs that have ended
create table impact_approvals (
    run         uuid        primary key references impact_runs,
    approved_at timestamptz not null,
    approved_by text        not null
);
