create index enterprise_place_counting_unit on enterprise_place (unit_code, enterprise_id) where kind = 'COUNTING';
create index enterprise_place_counting_region on enterprise_place (region_code, enterprise_id) where kind = 'COUNTING';
create index register_entry_unit on register_entry (unit_code, id);

create table enterprise_tally (
    region_code text not null,
    year        int  not null,
    unit_code   text not null references region (code),
    day         date not null,
    total       int  not null,
    primary key (region_code, year, unit_code, day)
);
comment on table enterprise_tally is '平台注册计数：与登记、变更计入单位同一事务写入，每晚按 enterprise_tally_recount 复核';
comment on column enterprise_tally.region_code is '所在县区划代码';
comment on column enterprise_tally.year is '登记年度：只计这一年登记的企业';
comment on column enterprise_tally.unit_code is '计入的乡镇、街道、开发区';
comment on column enterprise_tally.day is '有变化的日子';
comment on column enterprise_tally.total is '到这一天终了累计的企业数';

create view enterprise_tally_recount as
    select region_code, year, unit_code, day,
        sum(sum(delta)) over (partition by region_code, year, unit_code order by day)::int as total
    from (
        select p.region_code, p.year, c.unit_code, p.day, c.delta
        from (
            select region_code, effective_from as day, unit_code, lag(unit_code) over w as before,
                extract(year from first_value(effective_from) over w)::int as year
            from enterprise_place where kind = 'COUNTING'
            window w as (partition by region_code, enterprise_id order by effective_from, recorded_at)
        ) p
        cross join lateral (values (p.unit_code, 1), (p.before, -1)) c (unit_code, delta)
        where c.unit_code is not null
    ) changes
    group by region_code, year, unit_code, day;
comment on view enterprise_tally_recount is '平台注册计数的重算：由各企业的计入单位逐条推出，用来复核 enterprise_tally';
comment on column enterprise_tally_recount.region_code is '所在县区划代码';
comment on column enterprise_tally_recount.year is '登记年度：企业第一次计入的年份';
comment on column enterprise_tally_recount.unit_code is '计入的乡镇、街道、开发区';
comment on column enterprise_tally_recount.day is '有变化的日子';
comment on column enterprise_tally_recount.total is '到这一天终了累计的企业数';

insert into enterprise_tally (region_code, year, unit_code, day, total)
select region_code, year, unit_code, day, total from enterprise_tally_recount;

create table enterprise_recount (
    region_code  text        not null,
    day          date        not null,
    differences  int         not null,
    recounted_at timestamptz not null,
    primary key (region_code, day)
);
comment on table enterprise_recount is '平台注册计数的每晚复核：每县每天一次，先写入的节点办理';
comment on column enterprise_recount.region_code is '所在县区划代码';
comment on column enterprise_recount.day is '复核的日子';
comment on column enterprise_recount.differences is '发现并更正的处数';
comment on column enterprise_recount.recounted_at is '复核时间';

create table platform_listing (
    id          uuid        not null primary key,
    region_code text        not null references region (code),
    file_name   text        not null,
    listed_on   date        not null,
    row_count   int         not null,
    imported_by uuid        not null,
    imported_at timestamptz not null,
    undone_by   uuid,
    undone_at   timestamptz
);
create index platform_listing_region on platform_listing (region_code, id);
create index platform_listing_current on platform_listing (region_code, listed_on desc, id desc) where undone_at is null;
comment on table platform_listing is '市平台名单：市政策通平台自己的注册名单，每次导入一份';
comment on column platform_listing.id is '编号';
comment on column platform_listing.region_code is '所在县区划代码';
comment on column platform_listing.file_name is '文件名';
comment on column platform_listing.listed_on is '名单日期：名单反映到哪一天';
comment on column platform_listing.row_count is '企业数';
comment on column platform_listing.imported_by is '导入人';
comment on column platform_listing.imported_at is '导入时间';
comment on column platform_listing.undone_by is '撤销人';
comment on column platform_listing.undone_at is '撤销时间；空为有效';

create table platform_listing_entry (
    id            uuid not null unique,
    listing_id    uuid not null references platform_listing (id),
    region_code   text not null,
    uscc          text not null check (length(uscc) = 18),
    name          text not null,
    unit_code     text not null references region (code),
    registered_on date not null,
    primary key (listing_id, uscc)
);
create index platform_listing_entry_unit on platform_listing_entry (listing_id, unit_code, id);
comment on table platform_listing_entry is '市平台名单中的企业';
comment on column platform_listing_entry.id is '编号';
comment on column platform_listing_entry.listing_id is '所在的名单';
comment on column platform_listing_entry.region_code is '所在县区划代码';
comment on column platform_listing_entry.uscc is '统一社会信用代码';
comment on column platform_listing_entry.name is '名单上的企业名称';
comment on column platform_listing_entry.unit_code is '名单上的乡镇、街道、开发区';
comment on column platform_listing_entry.registered_on is '名单上的注册日期';

create table platform_listing_tally (
    listing_id  uuid not null references platform_listing (id),
    region_code text not null,
    year        int  not null,
    unit_code   text not null references region (code),
    day         date not null,
    total       int  not null,
    primary key (listing_id, year, unit_code, day)
);
comment on table platform_listing_tally is '市平台名单的计数，导入时算好';
comment on column platform_listing_tally.listing_id is '所在的名单';
comment on column platform_listing_tally.region_code is '所在县区划代码';
comment on column platform_listing_tally.year is '注册年度';
comment on column platform_listing_tally.unit_code is '乡镇、街道、开发区';
comment on column platform_listing_tally.day is '有变化的日子';
comment on column platform_listing_tally.total is '到这一天终了累计的企业数';
