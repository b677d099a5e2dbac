-- What engineers say interests them. Appended: the newest statement about a skill counts, the others are its history.

create table skill_interest (
    engineer    uuid             not null references known_engineer,
    framework   text collate "C" not null,
    skill       text collate "C" not null,
    interest    smallint         not null check (interest between 0 and 3), -- 0: no more
    stated_at   timestamptz      not null,
    primary key (engineer, framework, skill, stated_at)
);

-- What somebody means to do about some skills.
create table development_action (
    id          uuid        primary key,
    engineer    uuid        not null references known_engineer,
    framework   text        not null,
    skills      text[]      not null,
    kind        text        not null
        check (kind in ('RESEARCH', 'OPEN_SOURCE', 'PROJECT', 'DEEP_STUDY', 'TOOL_COURSE')),
    template    text,                   -- development action of the framework it was made from
    title       text        not null,
    description text,
    due_on      date        not null,
    status      text        not null check (status in ('OPEN', 'STARTED', 'DONE', 'DROPPED')),
    cycle       uuid,                   -- the cycle it belongs to now, null outside any
    revision    bigint      not null,
    created_by  uuid        not null,
    created_at  timestamptz not null,
    changed_at  timestamptz not null
);

create index development_action_engineer on development_action (engineer, created_at desc, id desc);

-- who changed what when and why, revision by revision; erased with the person, so that its reasons need no key
create table development_action_change (
    action     uuid        not null references development_action,
    revision   bigint      not null,
    what       text        not null check (what in ('CREATED', 'CHANGED', 'CARRIED')),
    status     text        not null,
    due_on     date        not null,
    cycle      uuid,
    reason     text,
    changed_by uuid,                    -- null: by the start of a cycle
    changed_at timestamptz not null,
    primary key (action, revision)
);
