-- what people are told; sentences are made when it is read
create table notice (
    id            uuid        primary key,
    recipient     uuid        not null,
    kind          text        not null,
    about         uuid,
    target        text        not null,
    target_id     text        not null,
    parameters    text        not null, -- a flat JSON object of texts
    key           text        not null,
    told_at       timestamptz not null,
    read_at       timestamptz,
    mail          text        not null check (mail in ('NONE', 'WAITING', 'SENT', 'GIVEN_UP')),
    mail_attempts int         not null,
    mail_due      timestamptz not null,
    unique (recipient, key)
);

create index notice_recipient on notice (recipient, told_at desc, id desc);
create index notice_unread on notice (recipient, told_at desc, id desc) where read_at is null;
create index notice_mail_due on notice (mail_due, id) where mail = 'WAITING';

create table inbox_preference (
    engineer uuid    primary key,
    language text    not null check (language in ('ZH', 'EN', 'BOTH')),
    mail     boolean not null
);
