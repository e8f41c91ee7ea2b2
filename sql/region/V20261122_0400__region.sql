create table region (
    code        text    not null primary key,
    region_code text    not null,
    parent_code text references region (code),
    name        text    not null,
    kind        text    not null check (kind in ('PROVINCE', 'CITY', 'COUNTY', 'STREET', 'TOWN', 'TOWNSHIP', 'ZONE')),
    aliases     text    not null,
    seq         int     not null,
    note        text    not null,
    pack        text    not null,
    in_use      boolean not null,
    check ((parent_code is null) = (kind = 'PROVINCE')),
    check ((length(code) > 6) = (kind in ('STREET', 'TOWN', 'TOWNSHIP', 'ZONE')))
);
create index region_parent on region (parent_code, seq);
comment on table region is '区域：省、市、县和乡镇、街道、开发区；由区域包导入，不删除';
comment on column region.code is '区划代码；开发区为县代码加字母';
comment on column region.region_code is '所在县（市、省）区划代码';
comment on column region.parent_code is '上级区域';
comment on column region.name is '名称';
comment on column region.kind is '类别：省、市、县、街道、镇、乡、开发区';
comment on column region.aliases is '文件中的其他叫法，以竖线分隔';
comment on column region.seq is '在文件中的次序';
comment on column region.note is '代码来源和说明';
comment on column region.pack is '来自哪个区域包';
comment on column region.in_use is '是否在用；新版区域包不再列出的停用，历史数据仍可查';

create table office (
    region_code text    not null references region (code),
    code        text    not null check (code ~ '^[a-z0-9-]{1,40}$'),
    name        text    not null,
    aliases     text    not null,
    seq         int     not null,
    pack        text    not null,
    in_use      boolean not null,
    primary key (region_code, code)
);
comment on table office is '责任单位：文件里点名的部门和机构；由区域包导入，不删除';
comment on column office.region_code is '所在县（市）区划代码';
comment on column office.code is '单位代码，县内唯一';
comment on column office.name is '单位名称';
comment on column office.aliases is '文件中的其他叫法，以竖线分隔';
comment on column office.seq is '次序';
comment on column office.pack is '来自哪个区域包';
comment on column office.in_use is '是否在用';

create table region_pack_import (
    pack        text        not null,
    file        text        not null,
    region_code text        not null,
    version     int         not null,
    hash        text        not null,
    imported_at timestamptz not null,
    primary key (pack, file)
);
comment on table region_pack_import is '区域包导入登记：每个数据文件已导入的版本';
comment on column region_pack_import.pack is '区域包';
comment on column region_pack_import.file is '数据文件';
comment on column region_pack_import.region_code is '区域包所属区划代码';
comment on column region_pack_import.version is '区域包版本';
comment on column region_pack_import.hash is '文件内容的SHA-256摘要';
comment on column region_pack_import.imported_at is '导入时间';
