-- Trigrams find words with typing errors, edit distances judge them. Both extensions are trusted: the database's owner
-- may create them.
create extension if not exists pg_trgm;
create extension if not exists fuzzystrmatch;

-- Every published version is indexed anew right after this (IndexPublishedSkills).
drop table skill_terms;
truncate skill_cards;

-- What skills are found by, written when a version is published.
create table skill_terms (
    framework text    not null,
    version   integer not null,
    skill     text    not null,
    -- WORDING: id, name or synonym; PINYIN and INITIALS: how its Chinese is typed; WORD: one word of it, for typing errors
    kind      text    not null check (kind in ('WORDING', 'PINYIN', 'INITIALS', 'WORD')),
    -- folded as questions are: compatibility forms unified, lower case, without blanks and hyphens, at most 200 characters
    compact   text    not null,
    -- the wording a person reads
    term      text    not null,
    -- every character and every pair of neighbours; finds Chinese words of two characters, which trigrams do not. Empty
    -- for WORD, whose wording is found already
    grams     text[]  not null,
    primary key (framework, version, skill, kind, compact),
    foreign key (framework, version) references framework_versions
);

create index skill_terms_by_gram on skill_terms using gin (grams);
create index skill_terms_by_trigram on skill_terms using gin (compact gin_trgm_ops);
