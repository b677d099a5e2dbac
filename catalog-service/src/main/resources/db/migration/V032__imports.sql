-- A file as it would change a framework: shown first, applied at most once, forgotten after a week. The framework need
-- not exist yet.
create table imports (
    id              uuid        primary key,
    framework       text        not null check (framework ~ '^[a-z0-9-]{1,64}$'),
    format          text        not null,
    file            text        not null,
    -- what the file was compared with: a draft in one revision, or a version, or nothing
    base_draft      uuid,
    base_revision   bigint,
    base_version    integer,
    -- canonical JSON of the result, without the refused rows
    document        text        not null,
    added           integer     not null check (added >= 0),
    changed         integer     not null check (changed >= 0),
    unchanged       integer     not null check (unchanged >= 0),
    removed         integer     not null check (removed >= 0),
    refused         integer     not null check (refused >= 0),
    created_at      timestamptz not null,
    created_by      text        not null,
    expires_at      timestamptz not null,
    applied_to      uuid,
    check ((base_draft is null) = (base_revision is null))
);

create index imports_by_end on imports (expires_at);

create table import_rows (
    import   uuid    not null references imports on delete cascade,
    number   integer not null,
    outcome  text    not null check (outcome in ('ADDED', 'CHANGED', 'UNCHANGED', 'REMOVED', 'REFUSED')),
    kind     text    not null,
    element  text    not null,
    file     text    not null,
    sheet    text,
    line     integer,
    col      integer,
    pointer  text,
    reason   text,
    primary key (import, number)
);

-- an applied import looks for a draft that holds the same already
create index drafts_by_content on drafts (framework, md5(document));
