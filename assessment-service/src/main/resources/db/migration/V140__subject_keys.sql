-- One key per person, wrapped with a key of the installation. A destroyed key's row stays, so that none takes its place.
create table subject_key (
    subject      uuid        primary key,
    wrapped_with text,
    wrapped      bytea,
    created_at   timestamptz not null,
    destroyed_at timestamptz,
    check ((wrapped is null) = (destroyed_at is not null) and (wrapped is null) = (wrapped_with is null))
);

create index subject_key_wrapped_with on subject_key (wrapped_with);

-- sealed texts are longer than what was written; the service counts characters before it seals
alter table decision drop constraint decision_reason_check;
