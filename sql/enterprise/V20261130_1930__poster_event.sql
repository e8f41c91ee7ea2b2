-- 一个单位可以有多个海报码：常年的一个，每次活动各一个；从哪个码来登记的记下来
alter table poster
    drop constraint poster_unit_code_key,
    add column event   text,
    add column held_on date,
    add constraint poster_held check (held_on is null or event is not null);
create unique index poster_of_unit on poster (unit_code) where event is null;
create unique index poster_of_event on poster (unit_code, event) where event is not null;
comment on table poster is '登记海报码：每个乡镇、街道、开发区常年一个，每次活动各一个，扫码登记时预填所在单位';
comment on column poster.event is '活动名称；空为常年的';
comment on column poster.held_on is '活动日期';

create table poster_source (
    registration_id uuid        not null primary key references registration (id),
    code            text        not null references poster (code),
    region_code     text        not null references region (code),
    noted_at        timestamptz not null
);
create index poster_source_code on poster_source (code);
comment on table poster_source is '登记从哪个海报码来';
comment on column poster_source.registration_id is '登记';
comment on column poster_source.code is '海报码';
comment on column poster_source.region_code is '所在县区划代码';
comment on column poster_source.noted_at is '记录时间';
