-- What a version says about skills of the version before that go on as others: a copy from its document, so that a
-- comparison over many versions need not read them all. JSON array.
alter table framework_versions add column mappings text not null default '[]';
