create view enterprise_facts_reach as select enterprise_id, facts from enterprise_current_facts;
comment on view enterprise_facts_reach is '供政策匹配：企业现行的事实，用 fact_text、fact_unit 读';
comment on column enterprise_facts_reach.enterprise_id is '企业';
comment on column enterprise_facts_reach.facts is '现行的事实';

create function fact_text(facts jsonb, fact_key text) returns text language sql immutable parallel safe
    return facts #>> array ['facts', fact_key, 'value', 'text'];
comment on function fact_text is '一项事实的值；不知道的为空';

create function fact_unit(facts jsonb, fact_key text) returns text language sql immutable parallel safe
    return facts #>> array ['facts', fact_key, 'unit'];
comment on function fact_unit is '一项事实的单位；没有的为空';
