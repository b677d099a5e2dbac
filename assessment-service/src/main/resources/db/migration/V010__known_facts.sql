-- What assessment-service knows of other services' facts, fed by their compacted topics.

create table known_framework (
    framework    text        not null,
    version      int         not null,
    text_only    boolean     not null,
    published_at timestamptz not null,
    digest       text        not null,
    document     text        not null,
    primary key (framework, version)
);

-- identity is not unique: two engineers' events arrive in any order, so while an identity moves from one to the other
-- both may hold it for a moment; the one recorded last is the person
create table known_engineer (
    engineer        uuid        primary key,
    revision        bigint      not null,
    recorded_at     timestamptz not null,
    identity        text,
    employee_number text,
    name_zh         text,
    name_en         text,
    email           text,
    hire_date       date,
    state           text        not null
);

create index known_engineer_identity on known_engineer (identity) where identity is not null;

-- raw statements: which role counts on a day depends on what was known when
create table known_role_assignment (
    engineer    uuid        not null references known_engineer,
    framework   text        not null,
    role        text        not null,
    from_day    date        not null,
    to_day      date,
    recorded_at timestamptz not null
);

create index known_role_assignment_engineer on known_role_assignment (engineer, from_day desc);

-- effective lines: solid ones of a person never overlap
create table known_reporting_line (
    engineer uuid not null references known_engineer,
    manager  uuid not null,
    kind     text not null check (kind in ('SOLID', 'DOTTED')),
    from_day date not null,
    to_day   date
);

create index known_reporting_line_engineer on known_reporting_line (engineer, kind);
create index known_reporting_line_manager on known_reporting_line (manager, kind);

create table known_team (
    team     uuid    primary key,
    revision bigint  not null,
    name_zh  text    not null,
    name_en  text    not null,
    parent   uuid,
    lead     uuid,
    closed   boolean not null
);

create index known_team_parent on known_team (parent);

create table known_team_membership (
    engineer uuid not null references known_engineer,
    team     uuid not null,
    from_day date not null,
    to_day   date
);

create index known_team_membership_engineer on known_team_membership (engineer);
create index known_team_membership_team on known_team_membership (team);
