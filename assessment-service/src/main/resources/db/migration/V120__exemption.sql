-- Skills that leave the level rule of one person for a time. Appended, never changed: ending one early is a row of its own.
create table exemption (
    id                uuid             primary key,
    engineer          uuid             not null references known_engineer,
    framework         text             not null,
    framework_version int              not null, -- whose skill it is; newer versions may map it to others
    skill             text collate "C" not null,
    from_day          date             not null,
    until_day         date             not null check (until_day >= from_day),
    reason            text             not null,
    granted_by        text             not null, -- engineer's id, or HR's account
    recorded_at       timestamptz      not null
);

create index exemption_engineer on exemption (engineer, recorded_at desc, id desc);

create trigger exemption_is_append_only before update or delete or truncate on exemption
    for each statement execute function refuse_change();

create table exemption_end (
    exemption   uuid        primary key references exemption,
    last_day    date        not null, -- before from_day: it never counted
    reason      text        not null,
    ended_by    text        not null,
    recorded_at timestamptz not null
);

create trigger exemption_end_is_append_only before update or delete or truncate on exemption_end
    for each statement execute function refuse_change();
