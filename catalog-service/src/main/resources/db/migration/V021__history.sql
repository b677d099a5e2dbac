-- What happened to a framework: every revision of a draft, every publication, retiring. Outlives the drafts.
create table history (
    id          bigint      generated always as identity primary key,
    framework   text        not null references frameworks,
    kind        text        not null check (kind in ('CREATED', 'REPLACED', 'PATCHED', 'CONFIRMED', 'DELETED',
                                                     'PUBLISHED', 'RETIRED', 'REACTIVATED')),
    draft       uuid,
    revision    bigint,
    version     integer,
    reason      text,
    happened_at timestamptz not null,
    person      text        not null,
    -- how many rows of history_changes belong to it
    changes     integer     not null check (changes >= 0)
);

create index history_of_framework on history (framework, id);
create index history_of_draft on history (draft, id) where draft is not null;

-- From what to what, one row per change, as JSON.
create table history_changes (
    entry    bigint  not null references history,
    position integer not null check (position >= 1),
    change   text    not null,
    primary key (entry, position)
);

insert into history (framework, kind, draft, revision, version, happened_at, person, changes)
select framework, kind, draft, revision, version, happened_at, person, 0
from (
    select framework, change as kind, draft, revision, null::integer as version,
           changed_at as happened_at, changed_by as person
    from draft_changes
    union all
    select framework, 'PUBLISHED', draft, draft_revision, version, published_at, published_by
    from framework_versions
) as known
order by happened_at, revision, version nulls first;

drop table draft_changes;

create trigger history_never_changes
    before update or delete on history
    for each row execute function refuse_change();

create trigger history_changes_never_change
    before update or delete on history_changes
    for each row execute function refuse_change();
