-- Statements are appended and never changed or removed: docs/decisions/0001-dated-statements.md.
-- Both days are included, an open end is null; seq is the order in which they were recorded.

create table reporting_line (
    seq         bigint generated always as identity primary key,
    engineer    uuid not null references engineer,
    manager     uuid not null references engineer,
    kind        text not null check (kind in ('SOLID', 'DOTTED')),
    from_day    date not null,
    to_day      date,
    recorded_at timestamptz not null,
    check (manager <> engineer),
    check (to_day >= from_day)
);

create index reporting_line_engineer on reporting_line (engineer);
create index reporting_line_manager on reporting_line (manager);

create table team_membership (
    seq         bigint generated always as identity primary key,
    engineer    uuid not null references engineer,
    team        uuid not null references team,
    from_day    date not null,
    to_day      date,
    recorded_at timestamptz not null,
    check (to_day >= from_day)
);

create index team_membership_engineer on team_membership (engineer);
create index team_membership_team on team_membership (team);

create table role_assignment (
    seq         bigint generated always as identity primary key,
    engineer    uuid not null references engineer,
    framework   text not null,
    role        text not null,
    from_day    date not null,
    to_day      date,
    recorded_at timestamptz not null,
    check (to_day >= from_day)
);

create index role_assignment_engineer on role_assignment (engineer);

-- Of the statements about the same manager, kind and first day, the one recorded last: so an end is set afterwards.
create view current_reporting_line (seq, engineer, manager, kind, from_day, to_day) as
select distinct on (engineer, manager, kind, from_day) seq, engineer, manager, kind, from_day, to_day
  from reporting_line
 order by engineer, manager, kind, from_day, seq desc;

-- The days on which a line counts, as known now: all it covers, less those that a better solid line covers too.
-- Dotted lines stand beside each other.
create view effective_reporting_line (engineer, manager, kind, days) as
select l.engineer,
       l.manager,
       l.kind,
       datemultirange(daterange(l.from_day, l.to_day, '[]'))
           - coalesce((select range_agg(daterange(better.from_day, better.to_day, '[]'))
                         from current_reporting_line better
                        where better.engineer = l.engineer
                          and better.kind = 'SOLID'
                          and l.kind = 'SOLID'
                          and (better.from_day, better.seq) > (l.from_day, l.seq)), '{}'::datemultirange)
  from current_reporting_line l;

-- The same for memberships.
create view current_team_membership (seq, engineer, team, from_day, to_day) as
select distinct on (engineer, team, from_day) seq, engineer, team, from_day, to_day
  from team_membership
 order by engineer, team, from_day, seq desc;

-- The days on which a membership counts, as known now: one team per person and day.
create view effective_team_membership (engineer, team, days) as
select m.engineer,
       m.team,
       datemultirange(daterange(m.from_day, m.to_day, '[]'))
           - coalesce((select range_agg(daterange(better.from_day, better.to_day, '[]'))
                         from current_team_membership better
                        where better.engineer = m.engineer
                          and (better.from_day, better.seq) > (m.from_day, m.seq)), '{}'::datemultirange)
  from current_team_membership m;
