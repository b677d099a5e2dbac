-- What skills are found by: one row per id, name and synonym, written when a version is published.
create table skill_terms (
    framework text    not null,
    version   integer not null,
    skill     text    not null,
    -- folded as queries are: compatibility forms unified, lower case, single blanks
    folded    text    not null,
    term      text    not null,
    -- every character and every pair of neighbours; finds Chinese words of two characters, which trigrams do not
    grams     text[]  not null,
    primary key (framework, version, skill, folded),
    foreign key (framework, version) references framework_versions
);

create index skill_terms_by_gram on skill_terms using gin (grams);

-- What a hit shows of its skill.
create table skill_cards (
    framework      text    not null,
    version        integer not null,
    skill          text    not null,
    category       text    not null,
    name_zh        text    not null,
    name_en        text    not null,
    description_zh text    not null,
    description_en text    not null,
    primary key (framework, version, skill),
    foreign key (framework, version) references framework_versions
);
