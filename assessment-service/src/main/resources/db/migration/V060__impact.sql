-- Runs of drafts over everybody: what they would change, before anybody publishes them. Nothing here is a level.

create table impact_run (
    id             uuid        primary key,
    framework      text        not null,
    draft          uuid        not null,
    draft_revision bigint      not null,
    version        int         not null,            -- the number the draft would get
    document       text        not null,
    requested_at   timestamptz not null,
    as_of          date,                            -- the day it is computed for; null until it starts, as is started_at
    started_at     timestamptz,
    finished_at    timestamptz,
    state          text        not null check (state in ('WAITING', 'RUNNING', 'DONE', 'CANCELLED', 'FAILED')),
    reached        uuid        not null,            -- the last person looked at, in id order: where a crash resumes
    total          bigint      not null default 0,
    done           bigint      not null default 0,
    rises          bigint      not null default 0,
    falls          bigint      not null default 0,
    insufficient   bigint      not null default 0,
    failure        text
);

create index impact_run_open on impact_run (requested_at, id) where state in ('WAITING', 'RUNNING');
create index impact_run_draft on impact_run (draft);

create table impact_count (
    run          uuid   not null references impact_run on delete cascade,
    team         uuid,                              -- null: people without a team
    role         text   not null,
    rises        bigint not null,
    falls        bigint not null,
    insufficient bigint not null,
    unchanged    bigint not null,
    unique nulls not distinct (run, team, role)
);

-- whose level would change; everybody else is only counted
create table impact_person (
    run          uuid not null references impact_run on delete cascade,
    engineer     uuid not null,
    team         uuid,
    role         text not null,
    change       text not null check (change in ('RISE', 'FALL', 'INSUFFICIENT')),
    level_before text,
    level_after  text,
    cause        text not null,                     -- what about the line or rule is different
    cause_level  text,                              -- the line: whose requirement, for which skill
    cause_skill  text,
    primary key (run, engineer)
);

-- frameworks that somebody holds a role of, each told once
create table framework_in_use (
    framework text        primary key,
    since     timestamptz not null
);

-- everybody of a framework, a batch at a time
create index known_role_assignment_framework on known_role_assignment (framework, engineer);
