-- answers of POSTs that came with an Idempotency-Key, kept for a day
create table answered_request (
    caller      text        not null,
    key         text        not null,
    body_digest text        not null,
    answer      text        not null,
    answered_at timestamptz not null,
    primary key (caller, key)
);

create index answered_request_answered_at on answered_request (answered_at);
