-- Since when a framework takes no more drafts and versions; null while it does. Who and why: history.
alter table frameworks add column retired_at timestamptz;
