-- The tables that taking in an observation fills in assessment-service, with the same keys and indexes.
drop schema if exists floor cascade;
create schema floor;

create table floor.outbox (
    id bigint generated always as identity primary key,
    topic text not null, key bytea, headers text not null, body bytea, added_at timestamptz not null
);

create table floor.consumed_offset (
    topic text not null, partition int not null, next_offset bigint not null,
    primary key (topic, partition)
) with (fillfactor = 50);

create table floor.seen_event (
    id text collate "C" not null, source text collate "C" not null,
    primary key (id, source)
);

create table floor.observation (
    engineer uuid not null, framework text collate "C" not null, skill text collate "C" not null,
    event_id text collate "C" not null, kind text not null, source text not null, origin text not null,
    framework_version int not null, value float8 not null, quality float8 not null, observed_on date not null,
    recorded_at timestamptz not null, revision bigint not null, retracted boolean not null, valid_until date,
    primary key (engineer, framework, skill, event_id)
);

create table floor.estimate (
    engineer uuid not null, framework text collate "C" not null, skill text collate "C" not null,
    framework_version int not null, mean float8 not null, newest date not null, weight float8 not null,
    spread float8 not null, reviewers int not null, basis text not null, contradicted_until date, expires_on date,
    primary key (engineer, framework, skill)
) with (fillfactor = 70);
create index estimate_expires_on on floor.estimate (expires_on) where expires_on is not null;

create table floor.engineer_level (
    engineer uuid primary key, framework text not null, framework_version int not null, role text not null,
    as_of date not null, verified text, possible text, confirmed text, state text not null, p_low float8, p_high float8,
    levels_p_low float8[] not null, levels_p_high float8[] not null, changes_on date,
    verified_since timestamptz not null, computed_at timestamptz not null
) with (fillfactor = 70);
create index engineer_level_changes_on on floor.engineer_level (changes_on);

-- what the bare round trip commits
create table floor.arrived (id text primary key);
