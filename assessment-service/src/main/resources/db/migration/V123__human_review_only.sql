-- Who wants no automatic proposal, only a person's full review. The newest statement about somebody counts.
create table human_review_statement (
    position    bigint      primary key generated always as identity, -- order of what was said
    engineer    uuid        not null references known_engineer,
    human_only  boolean     not null,
    own         boolean     not null, -- said by the person, not by HR
    reason      text        not null,
    stated_by   text        not null,
    recorded_at timestamptz not null
);

create index human_review_statement_engineer on human_review_statement (engineer, position desc);

create trigger human_review_statement_is_append_only before update or delete or truncate on human_review_statement
    for each statement execute function refuse_change();

-- decisions of a period, for the share that followed the proposal
create index decision_recorded_at on decision (recorded_at) where proposed is not null;
