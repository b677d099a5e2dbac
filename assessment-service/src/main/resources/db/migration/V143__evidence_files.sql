-- Files of evidence; name and content are sealed with the key of the evidence's subject. A removed file leaves its row.
create table evidence_file (
    id          uuid        primary key,
    evidence    uuid        not null references evidence,
    name        text        not null,
    type        text        not null,
    size        bigint      not null,
    sha256      text        not null,
    uploaded_by uuid        not null,
    uploaded_at timestamptz not null,
    removed_by  uuid,
    removed_at  timestamptz,
    check ((removed_by is null) = (removed_at is null))
);

-- the same content once per piece of evidence
create unique index evidence_file_content on evidence_file (evidence, sha256) where removed_at is null;

create table evidence_file_piece (
    file     uuid  not null references evidence_file,
    position int   not null,
    sealed   bytea not null,
    primary key (file, position)
);

-- what is sealed cannot be compressed
alter table evidence_file_piece alter column sealed set storage external;
