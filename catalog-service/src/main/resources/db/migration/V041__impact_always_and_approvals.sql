-- Every change of more than texts needs a run, which also says that nobody is concerned; so nothing is kept about use.
drop table frameworks_in_use;

-- a second curator's agreement is part of the history
alter table history drop constraint history_kind_check;
alter table history add constraint history_kind_check
    check (kind in ('CREATED', 'REPLACED', 'PATCHED', 'CONFIRMED', 'APPROVED', 'DELETED', 'PUBLISHED', 'RETIRED', 'REACTIVATED'));
