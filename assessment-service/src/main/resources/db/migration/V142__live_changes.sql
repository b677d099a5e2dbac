-- what open pages are told; kept for minutes, so that a page that was away resumes where it was
create table live_change (
    id        bigint      primary key generated always as identity,
    what      text        not null,
    thing     uuid,
    recipient uuid,
    about     uuid,
    told_at   timestamptz not null
);

create index live_change_told_at on live_change (told_at);
