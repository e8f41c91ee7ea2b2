create view enterprise_facts_reach as select enterprise_id, facts from enterprise_current_facts;
comment on view enterprise_facts_reach is '供政策匹配：企业现行的事实';
comment on column enterprise_facts_reach.enterprise_id is '企业';
comment on column enterprise_facts_reach.facts is '现行的事实';
