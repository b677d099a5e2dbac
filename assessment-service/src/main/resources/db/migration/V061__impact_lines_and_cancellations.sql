-- told to nobody any more: every draft that changes more than texts is run over everybody
drop table framework_in_use;

-- runs given up while their request still waits for a framework version: they never begin
create table impact_cancellation (
    run          uuid        primary key,
    cancelled_at timestamptz not null
);

-- the line of a company's own rule that turned; null for LEVELS-1
alter table impact_person add column cause_part text;
alter table impact_person add column cause_of text;
alter table impact_person add column cause_track text;
