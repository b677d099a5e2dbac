-- As Spring Session 4 wants them, in lower case; only the person's name may be longer.
create table spring_session (
    primary_id            char(36)     not null primary key,
    session_id            char(36)     not null unique,
    creation_time         bigint       not null,
    last_access_time      bigint       not null,
    max_inactive_interval int          not null,
    expiry_time           bigint       not null,
    principal_name        varchar(255)
);
create index spring_session_expiry on spring_session (expiry_time);
create index spring_session_principal on spring_session (principal_name);

create table spring_session_attributes (
    session_primary_id char(36)     not null references spring_session (primary_id) on delete cascade,
    attribute_name     varchar(200) not null,
    attribute_bytes    bytea        not null,
    primary key (session_primary_id, attribute_name)
);

-- Who signed in with which session, and the tokens a browser never sees. Goes with its session.
create table login (
    session        char(36)    not null primary key references spring_session (primary_id) on delete cascade,
    person         text        not null,
    signed_in_at   timestamptz not null,
    -- tokens are sealed with a key that is not in the database
    access_token   bytea       not null,
    access_ends    timestamptz not null,
    refresh_token  bytea,
    renewals       integer     not null default 0,
    -- somebody is renewing the access token; others wait until then at most
    renewing_until timestamptz
);
create index login_person on login (person, signed_in_at);
