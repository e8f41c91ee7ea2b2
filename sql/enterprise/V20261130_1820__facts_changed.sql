alter table enterprise_current_facts add column changed boolean not null default false;
create index enterprise_current_facts_changed on enterprise_current_facts (enterprise_id) where changed;
comment on column enterprise_current_facts.changed is '变过，政策还没有重新匹配';
