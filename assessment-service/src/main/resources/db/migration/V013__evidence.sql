-- what a person did or made; an item is its own source of observations, so its revisions are counted per item

create table evidence (
    id                  uuid        primary key,
    subject             uuid        not null references known_engineer,
    kind                text        not null
        check (kind in ('RESEARCH', 'OPEN_SOURCE', 'PROJECT', 'DEEP_STUDY', 'TOOL_COURSE')),
    title               text        not null,
    link                text,
    framework           text        not null,
    framework_version   int         not null,
    observed_on         date        not null,
    valid_until         date,
    submitted_by        uuid        not null,
    submitted_at        timestamptz not null,
    recorded_at         timestamptz not null,
    revision            bigint      not null,
    state               text        not null check (state in ('SUBMITTED', 'VERIFIED', 'WITHDRAWN')),
    verified_by         uuid,
    verification_reason text
);

create index evidence_subject on evidence (subject, submitted_at desc, id desc);

create table evidence_rating (
    evidence uuid             not null references evidence,
    position int              not null,
    skill    text             not null,
    value    double precision not null,
    primary key (evidence, skill)
);
