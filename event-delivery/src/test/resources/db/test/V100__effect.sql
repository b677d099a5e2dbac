-- what the tests' handler did, in the order it did it
create table effect (
    id     bigint generated always as identity primary key,
    key    text not null,
    note   text
);
