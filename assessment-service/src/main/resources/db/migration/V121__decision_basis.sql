-- What lay before the person who decided: whether they followed the proposal is visible for ever.
alter table decision
    add column state    text,                           -- what the rule said, null before this was kept
    add column verified text,
    add column proposed text,                           -- level the system proposed, null for none
    add column override boolean not null default false; -- confirmed another level than was verified
