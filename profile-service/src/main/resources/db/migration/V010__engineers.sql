-- One row per engineer. Whatever changes an engineer or one of the dated statements below locks this row first.
create table engineer (
    id              uuid primary key,
    revision        bigint not null check (revision > 0),
    recorded_at     timestamptz not null,
    identity        text constraint engineer_identity unique,
    employee_number text not null constraint engineer_employee_number unique,
    name_zh         text not null,
    name_en         text not null,
    email           text not null,
    hire_date       date,
    state           text not null check (state in ('ACTIVE', 'LEFT')),
    -- what a search looks through
    search          text not null generated always as
        (lower(employee_number || ' ' || name_zh || ' ' || name_en || ' ' || email)) stored
);

create unique index engineer_email on engineer (lower(email));

-- lists are paged in this order
create index engineer_by_number on engineer (employee_number collate "C");
