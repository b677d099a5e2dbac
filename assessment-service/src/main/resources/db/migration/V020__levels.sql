-- The observation log, and what is computed from it. Estimates and levels can be rebuilt from the log at any time.

create table observation (
    engineer          uuid             not null,
    framework         text collate "C" not null,
    skill             text collate "C" not null,
    event_id          text collate "C" not null,
    kind              text             not null check (kind in ('MANAGER', 'PEER', 'SELF', 'EVIDENCE')),
    source            text             not null,
    origin            text             not null,
    framework_version int              not null,
    value             float8           not null,
    quality           float8           not null,
    observed_on       date             not null,
    recorded_at       timestamptz      not null,
    revision          bigint           not null,
    retracted         boolean          not null,
    valid_until       date,
    primary key (engineer, framework, skill, event_id)
);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only: a correction is a new row', tg_table_name;
end
$$;

create trigger observation_is_append_only before update or delete or truncate on observation
    for each statement execute function refuse_change();

-- An estimate stands at the day of its newest observation and knows no clock: age is applied where it is read.
-- Half of a page stays free at first, so that a changed estimate finds room beside its old version.
create table estimate (
    engineer          uuid             not null,
    framework         text collate "C" not null,
    skill             text collate "C" not null,
    framework_version int              not null, -- whose parameters were used
    mean              float8           not null,
    newest            date             not null,
    weight            float8           not null,
    spread            float8           not null,
    reviewers         int              not null,
    basis             text             not null check (basis in ('REVIEWED', 'DOCUMENTED', 'CLAIMED')),
    contradicted_until date,
    expires_on        date,                      -- first day on which evidence in it stops counting
    primary key (engineer, framework, skill)
) with (fillfactor = 70);

create index estimate_expires_on on estimate (expires_on) where expires_on is not null;

create table engineer_level (
    engineer          uuid        primary key,
    framework         text        not null,
    framework_version int         not null,
    role              text        not null,
    as_of             date        not null,
    verified          text,
    possible          text,
    confirmed         text,
    state             text        not null,
    p_low             float8,
    p_high            float8,
    levels_p_low      float8[]    not null, -- one per level of the role, lowest first
    levels_p_high     float8[]    not null,
    changes_on        date,                 -- next day on which age, expiry or a dated statement changes something
    verified_since    timestamptz not null, -- when the verified level became what it is
    computed_at       timestamptz not null
) with (fillfactor = 70);

create index engineer_level_changes_on on engineer_level (changes_on);

create table decision (
    id          uuid        primary key,
    engineer    uuid        not null,
    framework   text        not null,
    role        text        not null,
    level       text        not null,
    outcome     text        not null check (outcome in ('CONFIRMED', 'REJECTED')),
    reason      text        not null check (length(reason) between 1 and 4000),
    decided_by  uuid        not null,
    valid_from  date        not null,
    recorded_at timestamptz not null
);

create index decision_engineer on decision (engineer, recorded_at desc, id);

create trigger decision_is_append_only before update or delete or truncate on decision
    for each statement execute function refuse_change();
