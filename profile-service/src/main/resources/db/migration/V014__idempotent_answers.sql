-- What was answered to a creation with an Idempotency-Key; forgotten after a day.
create table idempotent_answer (
    caller     text not null,
    key        text not null,
    digest     bytea not null,
    answer     text,
    created_at timestamptz not null,
    primary key (caller, key)
);

create index idempotent_answer_created on idempotent_answer (created_at);
