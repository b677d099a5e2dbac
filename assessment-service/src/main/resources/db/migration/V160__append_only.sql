-- event-delivery's afterMigrate__grants.sql reads it: the service's login may neither change nor delete what was observed
comment on table observation is 'append-only: who said what about whom, corrected by later rows only';
