-- A framework is the row that every change of it locks first. Name and newest version are copies for lists: of the
-- newest version, or of the draft changed last as long as there is none.
create table frameworks (
    id             text        primary key check (id ~ '^[a-z0-9-]{1,64}$'),
    name_zh        text,
    name_en        text,
    latest_version integer     check (latest_version >= 1),
    published_at   timestamptz,
    created_at     timestamptz not null,
    created_by     text        not null
);

create table framework_versions (
    framework      text        not null references frameworks,
    version        integer     not null check (version >= 1),
    text_only      boolean     not null,
    published_at   timestamptz not null,
    published_by   text        not null,
    draft          uuid        not null,
    draft_revision bigint      not null,
    digest         text        not null check (digest ~ '^[0-9a-f]{64}$'),
    -- canonical JSON: text, because jsonb would reorder it and the digest is over these bytes
    document       text        not null,
    primary key (framework, version)
);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'rows of % never change: publish a new version instead', tg_table_name
        using errcode = 'restrict_violation';
end
$$;

create trigger framework_versions_never_change
    before update or delete on framework_versions
    for each row execute function refuse_change();

create trigger framework_versions_never_truncated
    before truncate on framework_versions
    for each statement execute function refuse_change();

create table drafts (
    id         uuid        primary key,
    framework  text        not null references frameworks,
    based_on   integer,
    revision   bigint      not null check (revision >= 1),
    document   text        not null,
    updated_at timestamptz not null,
    updated_by text        not null,
    foreign key (framework, based_on) references framework_versions
);

create index drafts_of_framework on drafts (framework);

-- Who changed which draft when; outlives the draft.
create table draft_changes (
    draft      uuid        not null,
    revision   bigint      not null,
    framework  text        not null references frameworks,
    change     text        not null check (change in ('CREATED', 'REPLACED', 'DELETED')),
    changed_at timestamptz not null,
    changed_by text        not null,
    primary key (draft, revision)
);
