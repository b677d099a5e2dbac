-- Sessions in which raters compare what they said. A change of a rating takes effect when rater and lead have signed it.
create table calibration (
    id        uuid        primary key,
    name      text        not null,
    framework text        not null,
    lead      uuid        not null references known_engineer,
    opened_by text        not null,
    opened_at timestamptz not null,
    closed_by text,
    closed_at timestamptz
);

create index calibration_opened_at on calibration (opened_at desc, id desc);

create table calibration_participant (
    calibration uuid not null references calibration,
    engineer    uuid not null references known_engineer,
    primary key (calibration, engineer)
);

create index calibration_participant_engineer on calibration_participant (engineer);

create table calibration_case (
    calibration uuid             not null references calibration,
    engineer    uuid             not null references known_engineer,
    skill       text collate "C" not null,
    primary key (calibration, engineer, skill)
);

create table calibration_change (
    id              uuid             primary key,
    calibration     uuid             not null references calibration,
    engineer        uuid             not null,
    skill           text collate "C" not null,
    rater           uuid             not null,
    review          uuid             not null references review,
    review_revision bigint           not null, -- what the new value was agreed on
    before_value    double precision not null,
    after_value     double precision not null,
    reason          text             not null,
    proposed_by     uuid             not null,
    proposed_at     timestamptz      not null,
    rater_signed_at timestamptz,
    lead_signed_at  timestamptz,
    withdrawn_by    uuid,
    withdrawn_at    timestamptz,
    check (withdrawn_at is null or rater_signed_at is null or lead_signed_at is null)
);

create unique index calibration_change_open on calibration_change (engineer, skill, rater)
    where withdrawn_at is null and (rater_signed_at is null or lead_signed_at is null);
create index calibration_change_calibration on calibration_change (calibration, proposed_at, id);
