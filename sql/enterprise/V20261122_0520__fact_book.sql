create table enterprise_fact (
    id             uuid        not null primary key,
    region_code    text        not null,
    enterprise_id  uuid        not null references enterprise (id),
    fact_key       text        not null check (fact_key ~ '^[a-z][a-z0-9_]{1,59}$'),
    value          jsonb       not null,
    unit           text,
    source_kind    text        not null,
    source_ref     text        not null,
    effective_from date        not null,
    recorded_at    timestamptz not null,
    recorded_by    uuid,
    confirmed_at   timestamptz,
    confirmed_by   uuid,
    withdrawn_at   timestamptz,
    withdrawn_by   uuid
);
create index enterprise_fact_asked on enterprise_fact (enterprise_id, fact_key, effective_from desc, recorded_at desc);
create index enterprise_fact_source on enterprise_fact (source_ref);
comment on table enterprise_fact is '企业事实簿：每条事实有来源、生效日和记录时间，只增不改，撤回留痕';
comment on column enterprise_fact.id is '编号';
comment on column enterprise_fact.region_code is '所在县区划代码';
comment on column enterprise_fact.enterprise_id is '企业';
comment on column enterprise_fact.fact_key is '事实名称（代码），如 land_output_grade 亩产效益等级';
comment on column enterprise_fact.value is '值和值的类型';
comment on column enterprise_fact.unit is '单位，如元、人';
comment on column enterprise_fact.source_kind is '来源类别：名录导入、企业填报、工作人员、证书、报表、走访';
comment on column enterprise_fact.source_ref is '来源的编号';
comment on column enterprise_fact.effective_from is '从哪天起成立';
comment on column enterprise_fact.recorded_at is '记录时间';
comment on column enterprise_fact.recorded_by is '记录人';
comment on column enterprise_fact.confirmed_at is '确认时间；空为未确认';
comment on column enterprise_fact.confirmed_by is '确认人';
comment on column enterprise_fact.withdrawn_at is '撤回时间；空为有效';
comment on column enterprise_fact.withdrawn_by is '撤回人';

create table enterprise_current_facts (
    enterprise_id uuid        not null primary key references enterprise (id),
    region_code   text        not null,
    facts         jsonb       not null,
    updated_at    timestamptz not null
);
create index enterprise_current_facts_region on enterprise_current_facts (region_code);
create index enterprise_current_facts_facts on enterprise_current_facts using gin (facts jsonb_path_ops);
comment on table enterprise_current_facts is '企业现行事实：每家一行，供政策匹配，由事实簿算出';
comment on column enterprise_current_facts.enterprise_id is '企业';
comment on column enterprise_current_facts.region_code is '所在县区划代码';
comment on column enterprise_current_facts.facts is '现行事实：名称到值、单位、生效日、来源';
comment on column enterprise_current_facts.updated_at is '更新时间';

create table register_import (
    id             uuid        not null primary key,
    region_code    text        not null references region (code),
    file_name      text        not null,
    effective_from date        not null,
    row_count      int         not null,
    added          int         not null,
    changed        int         not null,
    imported_by    uuid        not null,
    imported_at    timestamptz not null,
    undone_by      uuid,
    undone_at      timestamptz
);
create index register_import_region on register_import (region_code, id);
comment on table register_import is '企业名录的导入批次';
comment on column register_import.id is '编号';
comment on column register_import.region_code is '所在县区划代码';
comment on column register_import.file_name is '文件名';
comment on column register_import.effective_from is '数据从哪天起成立';
comment on column register_import.row_count is '行数';
comment on column register_import.added is '新增企业数';
comment on column register_import.changed is '有变化的企业数';
comment on column register_import.imported_by is '导入人';
comment on column register_import.imported_at is '导入时间';
comment on column register_import.undone_by is '撤销人';
comment on column register_import.undone_at is '撤销时间；空为有效';

create table register_change (
    import_id   uuid  not null references register_import (id),
    entry_id    uuid  not null,
    region_code text  not null,
    before      jsonb,
    primary key (import_id, entry_id)
);
create index register_change_entry on register_change (entry_id);
comment on table register_change is '一次导入对名录的每处改动，供撤销时恢复';
comment on column register_change.import_id is '导入批次';
comment on column register_change.entry_id is '名录中的企业';
comment on column register_change.region_code is '所在县区划代码';
comment on column register_change.before is '导入前的整行（联系方式仍为密文）；空为新增';
