-- review cycles: who takes part, and what everybody was asked for, in a cycle or outside of one

create table cycle (
    id                 uuid        primary key,
    name_zh            text        not null,
    name_en            text        not null,
    framework          text        not null,
    framework_version  int         not null,
    from_day           date        not null,
    to_day             date        not null check (to_day >= from_day),
    due_day            date        not null check (due_day between from_day and to_day), -- who has not submitted by then is late
    subteams           boolean     not null,
    self               boolean     not null,
    manager            boolean     not null,
    peers              int         not null check (peers between 0 and 10), -- reviews by peers that are wanted about each person
    remind_days_before int         not null check (remind_days_before between 0 and 60),
    state              text        not null check (state in ('PLANNED', 'OPEN', 'CLOSED')),
    revision           bigint      not null,
    opened_by          text        not null,
    created_at         timestamptz not null,
    closed_at          timestamptz,
    elsewhere          int         not null default 0, -- chosen people who take part in another running cycle
    reminded_on        date -- last day on which HR had everybody reminded
);

create index cycle_created on cycle (created_at desc, id desc);
create index cycle_running on cycle (id) where state <> 'CLOSED';

-- whom the cycle is for: members of teams, holders of roles of its framework, picked people, without those left out
create table cycle_team (
    cycle uuid not null references cycle,
    team  uuid not null,
    primary key (cycle, team)
);

create table cycle_role (
    cycle uuid not null references cycle,
    role  text not null,
    primary key (cycle, role)
);

create table cycle_person (
    cycle    uuid    not null references cycle,
    engineer uuid    not null references known_engineer,
    left_out boolean not null,
    primary key (cycle, engineer)
);

-- who changed a cycle, when and why; about no single person, so the reason needs no person's key
create table cycle_change (
    id     uuid        primary key,
    cycle  uuid        not null references cycle,
    what   text        not null check (what in
        ('CREATED', 'OPENED', 'EDITED', 'EXTENDED', 'CLOSED', 'REOPENED', 'REMINDED')),
    to_day date        not null,
    reason text,
    by     text        not null,
    at     timestamptz not null
);

create index cycle_change_cycle on cycle_change (cycle, at desc, id desc);

create trigger cycle_change_is_append_only before update or delete or truncate on cycle_change
    for each statement execute function refuse_change();

-- a person takes part in one running cycle at a time; the team is the one in which the person's progress is shown
create table cycle_participant (
    cycle     uuid        not null references cycle,
    engineer  uuid        not null references known_engineer,
    team      uuid,
    state     text        not null check (state in ('ACTIVE', 'LEFT', 'FINISHED')),
    joined_at timestamptz not null,
    ended_at  timestamptz,
    primary key (cycle, engineer)
);

create unique index cycle_participant_active on cycle_participant (engineer) where state = 'ACTIVE';

-- Requests are made by people (requested_by) or by a cycle.
alter table review_request
    alter column requested_by drop not null,
    drop constraint review_request_state_check,
    add constraint review_request_state_check
        check (state in ('OPEN', 'ACCEPTED', 'DECLINED', 'ANSWERED', 'LATE', 'MISSED', 'ENDED')),
    add column kind text not null default 'PEER' check (kind in ('SELF', 'MANAGER', 'PEER')),
    add column cycle uuid references cycle,
    add column by_rule boolean not null default false,     -- follows the reporting line until somebody says otherwise
    add column due_on date,
    add column delegate uuid references known_engineer,   -- answers in the reviewer's place
    add column drafted_at timestamptz,
    add column ended_at timestamptz,                      -- when it was answered, declined, missed or ended
    add column ended_because text check (ended_because in
        ('LEFT', 'REVIEWER_LEFT', 'MANAGER_CHANGED', 'CONFLICT', 'NOT_WANTED')),
    add column review uuid references review deferrable initially deferred, -- set before the review is there
    add column due_soon_told boolean not null default false,
    add column overdue_told boolean not null default false;

alter table review_request alter column kind drop default;

drop index review_request_open;
create unique index review_request_open on review_request (subject, reviewer, kind) where state in ('OPEN', 'ACCEPTED');
create index review_request_cycle on review_request (cycle, subject, kind) where cycle is not null;
create index review_request_delegate on review_request (delegate, requested_at desc, id desc) where delegate is not null;
create index review_request_review on review_request (review) where review is not null;
create index review_request_due_soon on review_request (due_on) where state in ('OPEN', 'ACCEPTED') and not due_soon_told;
create index review_request_overdue on review_request (due_on) where state in ('OPEN', 'ACCEPTED', 'MISSED') and not overdue_told;

-- the cycle whose task the review answered, and for whom it was written if not for oneself
alter table review
    add column cycle uuid references cycle,
    add column on_behalf_of uuid references known_engineer;
