-- An answer is a value, or says why there is none; only values become observations.
alter table review_rating
    alter column value drop not null,
    add column answer text not null default 'VALUE'
        check (answer in ('VALUE', 'NOT_YET', 'DOES_NOT_APPLY', 'NOT_SURE')),
    add column evidence uuid[] not null default '{}', -- items that the rater points to
    add constraint review_rating_value_or_why_not check ((answer = 'VALUE') = (value is not null));

alter table review_rating alter column answer drop default, alter column evidence drop default;

-- What a review said before it was corrected or withdrawn, by whom and why. Written once per change.
create table review_revision (
    review            uuid        not null references review,
    revision          bigint      not null, -- the one that the change made
    change            text        not null check (change in ('CORRECTED', 'WITHDRAWN')),
    changed_by        uuid        not null,
    changed_at        timestamptz not null,
    reason            text        not null,
    before_revision   bigint      not null,
    before_version    int         not null,
    before_day        date        not null,
    before_ratings    text        not null, -- JSON
    primary key (review, revision)
);

create trigger review_revision_is_append_only before update or delete or truncate on review_revision
    for each statement execute function refuse_change();
