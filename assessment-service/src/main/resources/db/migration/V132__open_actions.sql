-- Whose actions have to go on in a cycle that has begun.
create index development_action_open on development_action (engineer) where status in ('OPEN', 'STARTED');
