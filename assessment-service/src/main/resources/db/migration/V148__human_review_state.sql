-- Levels of people whom only people judge say HUMAN_REVIEW from now on: the ageing job computes and tells them once more.
update engineer_level set changes_on = as_of
where state in ('PROPOSE', 'LIKELY', 'REVIEW')
  and engineer in (
      select engineer from (
          select distinct on (engineer) engineer, human_only from human_review_statement order by engineer, position desc
      ) as newest
      where human_only);
