create table team (
    id          uuid primary key,
    revision    bigint not null check (revision > 0),
    recorded_at timestamptz not null,
    name_zh     text not null,
    name_en     text not null,
    parent      uuid references team check (parent <> id),
    lead        uuid references engineer,
    closed      boolean not null
);

create index team_parent on team (parent);
create index team_lead on team (lead);
