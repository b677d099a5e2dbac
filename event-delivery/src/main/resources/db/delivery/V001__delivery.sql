-- Events that a transaction left here, sent in id order and deleted after the broker's acknowledgement.
create table outbox (
    id       bigint generated always as identity primary key,
    topic    text        not null,
    key      bytea,
    headers  text        not null,  -- JSON, [[name, value], ...]; see HeaderJson
    body     bytea,                 -- null is a tombstone
    added_at timestamptz not null
) with (
    -- rows live for milliseconds: dead ones in front of the oldest make every read of the relay longer
    autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000,
    autovacuum_analyze_scale_factor = 0, autovacuum_analyze_threshold = 50000
);

-- How far each partition was read, moved in the same transaction as the effects of what was read.
create table consumed_offset (
    topic       text   not null,
    partition   int    not null,
    topic_id    text   not null,  -- a topic that was deleted and created again has another one
    next_offset bigint not null check (next_offset >= 0),
    primary key (topic, partition)
) with (fillfactor = 50);

-- Every event that was taken in. Ids come first in the key: those we make grow with time, so that inserts stay on one page.
create table seen_event (
    id     text collate "C" not null check (length(id) between 1 and 255),
    source text collate "C" not null check (length(source) between 1 and 255),
    primary key (id, source)
);

-- Events that wait for a fact that is not known yet.
create table pending_event (
    id            bigint generated always as identity primary key,
    topic         text        not null,
    partition     int         not null,
    record_offset bigint      not null,
    appended_at   timestamptz not null,
    key           bytea       not null,
    headers       text        not null,
    body          bytea,
    fact          text        not null,
    released      boolean     not null default false,
    deferred_at   timestamptz not null
);
create index pending_event_by_fact on pending_event (fact) where not released;
create index pending_event_released on pending_event (id) where released;

-- Records that could not be taken in (or, without partition and offset, could not be sent).
create table dead_letter (
    id            bigint generated always as identity primary key,
    topic         text        not null,
    partition     int,
    record_offset bigint,
    appended_at   timestamptz not null,
    key           bytea,
    headers       text        not null,
    body          bytea,
    event_id      text,        -- null when the envelope could not be read
    event_source  text,
    reason        text        not null,
    died_at       timestamptz not null,
    attempts      int         not null default 1,
    resolved_at   timestamptz, -- a retry took it in
    check ((partition is null) = (record_offset is null)),
    check ((event_id is null) = (event_source is null))
);
create index dead_letter_open on dead_letter (id) where resolved_at is null;
