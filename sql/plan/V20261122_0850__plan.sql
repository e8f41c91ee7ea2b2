create table plan (
    region_code   text        not null references region (code),
    year          int         not null check (year between 2000 and 2100),
    status        text        not null check (status in ('IN_FORCE', 'DEMO')),
    name          text        not null,
    document      text        not null,
    clause        text        not null,
    remark        text,
    deadline_note text,
    sources       jsonb       not null,
    loaded_at     timestamptz not null,
    primary key (region_code, year)
);
comment on table plan is '年度培育计划：一个县一年一份，由区域包导入';
comment on column plan.region_code is '县区划代码';
comment on column plan.year is '年度：只计这一年发生的';
comment on column plan.status is '状态：生效、演示';
comment on column plan.name is '名称';
comment on column plan.document is '文号';
comment on column plan.clause is '在文件中的位置';
comment on column plan.remark is '计划的备注，原文';
comment on column plan.deadline_note is '完成时限折算成日期的约定';
comment on column plan.sources is '各项目用哪个指标计数、与哪个来源对照、哪类认定另列';
comment on column plan.loaded_at is '导入时间';

create table plan_item (
    region_code text not null,
    year        int  not null,
    no          int  not null check (no > 0),
    key         text not null,
    name        text not null,
    unit_name   text not null,
    measure     text not null,
    total       numeric,
    deadline    text not null,
    deadline_on date,
    office      text not null,
    clause      text not null,
    note        text,
    primary key (region_code, year, no),
    unique (region_code, year, key),
    foreign key (region_code, year) references plan (region_code, year)
);
comment on table plan_item is '计划的项目，按文件的次序';
comment on column plan_item.region_code is '县区划代码';
comment on column plan_item.year is '年度';
comment on column plan_item.no is '序号';
comment on column plan_item.key is '项目代码';
comment on column plan_item.name is '项目名称';
comment on column plan_item.unit_name is '计量单位';
comment on column plan_item.measure is '口径：申报、入库、培育、完成、注册、打造、月度增长率';
comment on column plan_item.total is '文件写明的总数；空为文件没有写';
comment on column plan_item.deadline is '完成时限，原文';
comment on column plan_item.deadline_on is '完成时限折算的日期；空为按月完成';
comment on column plan_item.office is '附件的联系科室；不含人名和电话，也不等于责任单位';
comment on column plan_item.clause is '在文件中的位置';
comment on column plan_item.note is '录入说明';

create table plan_target (
    region_code text    not null,
    year        int     not null,
    seq         int     not null,
    kind        text    not null check (kind in ('UNIT', 'TOTAL', 'COUNTY', 'BODY')),
    item_no     int,
    item_key    text    not null,
    item_name   text    not null,
    unit_code   text    references region (code),
    level       text,
    op          text    check (op in ('EQUAL', 'AT_LEAST')),
    value       numeric,
    unit_name   text    not null,
    measure     text,
    deadline    text    not null,
    clause      text    not null,
    quote       text    not null,
    note        text,
    primary key (region_code, year, seq),
    foreign key (region_code, year) references plan (region_code, year),
    check ((kind = 'BODY') = (item_no is null)),
    check ((kind = 'UNIT') = (unit_code is not null)),
    check ((op is null) = (value is null)),
    check (value is not null or kind = 'TOTAL')
);
create unique index plan_target_unit on plan_target (region_code, year, item_no, unit_code) where kind = 'UNIT';
comment on table plan_target is '计划的目标，一行是文件里的一个数';
comment on column plan_target.region_code is '县区划代码';
comment on column plan_target.year is '年度';
comment on column plan_target.seq is '在录入表里的次序';
comment on column plan_target.kind is '类别：各单位、总数、只有全县数、只见于正文';
comment on column plan_target.item_no is '所属项目的序号；只见于正文的没有';
comment on column plan_target.item_key is '项目代码；正文与附件说的是同一件事的相同';
comment on column plan_target.item_name is '这一处的叫法';
comment on column plan_target.unit_code is '乡镇、街道、开发区';
comment on column plan_target.level is '级别：市级、省级、国家级';
comment on column plan_target.op is '等于，或“以上”（含本数）';
comment on column plan_target.value is '目标；原文总数栏为空的没有';
comment on column plan_target.unit_name is '计量单位';
comment on column plan_target.measure is '口径';
comment on column plan_target.deadline is '时限，原文';
comment on column plan_target.clause is '在文件中的位置';
comment on column plan_target.quote is '原文';
comment on column plan_target.note is '录入说明';
