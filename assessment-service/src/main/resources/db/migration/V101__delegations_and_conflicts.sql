-- what people did with a request, with their reason
create table review_request_change (
    id      uuid        primary key,
    request uuid        not null references review_request,
    what    text        not null check (what in ('ASSIGNED', 'ACCEPTED', 'DECLINED', 'DELEGATED', 'ENDED')),
    reason  text,
    by      text        not null, -- person claim
    at      timestamptz not null
);

create index review_request_change_request on review_request_change (request, at desc);

create trigger review_request_change_is_append_only before update or delete or truncate on review_request_change
    for each statement execute function refuse_change();

-- a manager who is away names somebody who reviews in their place
create table delegation (
    id         uuid        primary key,
    manager    uuid        not null references known_engineer,
    delegate   uuid        not null references known_engineer,
    from_day   date        not null,
    to_day     date        not null check (to_day >= from_day),
    reason     text        not null,
    created_by text        not null,
    created_at timestamptz not null,
    ended_at   timestamptz,
    ended_by   text,
    end_reason text,
    check (manager <> delegate)
);

create index delegation_delegate on delegation (delegate, from_day) where ended_at is null;
create index delegation_manager on delegation (manager, created_at desc, id desc);
create index delegation_created on delegation (created_at desc, id desc);

-- the reviewer says nothing about the subject while one of these has not ended
create table conflict_of_interest (
    id          uuid        primary key,
    subject     uuid        not null references known_engineer,
    reviewer    uuid        not null references known_engineer,
    declared_by text        not null,
    declared_as text        not null check (declared_as in ('REVIEWER', 'SUBJECT', 'HR')),
    reason      text        not null,
    declared_at timestamptz not null,
    ended_at    timestamptz,
    ended_by    text,
    end_reason  text,
    check (subject <> reviewer)
);

create unique index conflict_of_interest_open on conflict_of_interest (subject, reviewer) where ended_at is null;
create index conflict_of_interest_declared on conflict_of_interest (declared_at desc, id desc);
