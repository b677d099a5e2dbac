-- What the identity provider says of a person in its own words; the product's own words are in the columns before.
alter table engineer
    add column user_name       text,
    add column display_name    text,
    add column given_name      text,
    add column family_name     text,
    -- removed at the identity provider; here the person has left, and comes back when created there again
    add column scim_removed_at timestamptz;

create unique index engineer_user_name on engineer (lower(coalesce(user_name, email)));

alter table team
    add column external_id  text constraint team_external_id unique,
    add column display_name text;
