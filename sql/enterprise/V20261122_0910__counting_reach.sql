create view enterprise_counting_reach as
    select enterprise_id, unit_code, effective_from, recorded_at from enterprise_place where kind = 'COUNTING';
comment on view enterprise_counting_reach is '供其他模块按日取企业的计入单位：某日之前（含）生效最晚、记录最晚的一条';
comment on column enterprise_counting_reach.enterprise_id is '企业';
comment on column enterprise_counting_reach.unit_code is '计入的乡镇、街道、开发区';
comment on column enterprise_counting_reach.effective_from is '从哪天起';
comment on column enterprise_counting_reach.recorded_at is '记录时间';
