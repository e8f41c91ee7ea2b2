create table poster (
    code        text        not null primary key check (code ~ '^[a-z0-9]{8}$'),
    region_code text        not null references region (code),
    unit_code   text        not null unique references region (code),
    made_by     uuid        not null,
    made_at     timestamptz not null
);
comment on table poster is '登记海报码：每个乡镇、街道、开发区一个，扫码登记时预填所在单位';
comment on column poster.code is '海报码';
comment on column poster.region_code is '所在县区划代码';
comment on column poster.unit_code is '乡镇、街道、开发区';
comment on column poster.made_by is '制作人';
comment on column poster.made_at is '制作时间';
