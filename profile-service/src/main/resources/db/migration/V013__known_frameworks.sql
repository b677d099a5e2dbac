-- The roles of every published framework version, fed by catalog.frameworks.
create table known_role (
    framework text not null,
    role      text not null,
    primary key (framework, role)
);
