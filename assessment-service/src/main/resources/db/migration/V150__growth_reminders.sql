-- Which due day somebody was told of: another day is told again.
alter table development_action
    add column due_soon_told date,
    add column overdue_told  date;

create index development_action_due on development_action (due_on) where status in ('OPEN', 'STARTED');

-- Of which milestones participants were reminded, once before the day and once after it.
create table programme_milestone_told (
    cohort   uuid        not null,
    engineer uuid        not null,
    month    int         not null,
    late     boolean     not null,
    told_at  timestamptz not null,
    primary key (cohort, engineer, month, late),
    foreign key (cohort, engineer) references programme_participant
);
