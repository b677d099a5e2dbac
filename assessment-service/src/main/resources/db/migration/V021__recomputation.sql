-- Jobs that take everybody assigned to a framework to a new version; stored with the version, worked off in small steps.

create table recomputation (
    id           uuid        primary key,
    framework    text        not null,
    version      int         not null,
    requested_at timestamptz not null,
    started_at   timestamptz,
    finished_at  timestamptz,
    total        bigint      not null,
    done         bigint      not null default 0,
    unique (framework, version)
);

-- who is still to come; taken out in the transaction that recomputes them
create table recomputation_person (
    recomputation uuid not null references recomputation,
    engineer      uuid not null,
    primary key (recomputation, engineer)
);
