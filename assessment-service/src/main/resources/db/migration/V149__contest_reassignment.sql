-- A contest that went on to another second person: appended, the newest counts.
create table contest_reassignment (
    contest     uuid        not null references contest,
    number      int         not null,
    assigned_to uuid        not null references known_engineer,
    due_on      date        not null,
    reason      text        not null,
    assigned_by text        not null,
    assigned_at timestamptz not null,
    primary key (contest, number)
);

comment on column contest_reassignment.reason is 'sealed with the engineer''s key';

create index contest_reassignment_to on contest_reassignment (assigned_to);

create trigger contest_reassignment_is_append_only before update or delete or truncate on contest_reassignment
    for each statement execute function refuse_change();

-- A line of a framework's own rule: the step, which need not be about a skill.
alter table contest
    alter column skill drop not null,
    add column rule_part  text check (rule_part in ('SKILL', 'GROUP', 'CONDITION', 'SCORE', 'VETO', 'LEVEL')),
    add column rule_of    text,
    add column rule_track text,
    add check (skill is not null or rule_part is not null),
    add check ((rule_part is null) = (rule_of is null));
