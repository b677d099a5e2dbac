comment on column development_action.title is 'sealed with the engineer''s key';
comment on column development_action.description is 'sealed with the engineer''s key';
comment on column development_action_change.reason is 'sealed with the engineer''s key';
comment on column programme_admission.given is 'sealed with the engineer''s key';
comment on column programme_admission.reason is 'sealed with the engineer''s key';
comment on column programme_change.reason is 'sealed with the engineer''s key';
