-- The level report walks through everybody by employee number, a batch at a time.
create index known_engineer_report on known_engineer ((coalesce(employee_number, '')), engineer)
    where state = 'ACTIVE';
