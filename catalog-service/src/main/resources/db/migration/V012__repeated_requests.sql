-- Idempotency-Key of a POST with what it answered first; kept for a week.
create table repeated_requests (
    person      text        not null,
    key         text        not null,
    -- SHA-256 over method, path and body
    request     text        not null,
    answer      text        not null,
    recorded_at timestamptz not null,
    primary key (person, key)
);

create index repeated_requests_by_age on repeated_requests (recorded_at);
