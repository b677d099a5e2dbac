-- what the tests' handler did, in the order it did it
create table effect (
    id   bigint generated always as identity primary key,
    key  text not null,
    note text
);

-- what the tests' handler knows
create table known_fact (name text primary key);

-- what the tests' writers change
create table aggregate (key text primary key, revision int not null);
