create table calendar_change (
    version     int         not null primary key,
    region_code text        not null,
    summary     text        not null,
    changed_by  uuid,
    changed_at  timestamptz not null
);
create index calendar_change_region on calendar_change (region_code, version);
comment on table calendar_change is '工作日历的每次变动，按次序编号；任何时候都能还原当时的日历';
comment on column calendar_change.version is '版本号，全系统递增';
comment on column calendar_change.region_code is '变动所属区划，100000 为全国';
comment on column calendar_change.summary is '变动内容';
comment on column calendar_change.changed_by is '登记人账号，空为区域包导入';
comment on column calendar_change.changed_at is '变动时间';

create table calendar_day (
    region_code   text not null,
    day           date not null,
    kind          text not null check (kind in ('HOLIDAY', 'MAKEUP_WORKDAY')),
    name          text not null,
    source        text not null,
    since_version int  not null references calendar_change (version),
    until_version int  references calendar_change (version),
    primary key (region_code, day, since_version),
    check (until_version > since_version)
);
create unique index calendar_day_in_force on calendar_day (region_code, day) where until_version is null;
comment on table calendar_day is '公布的放假和调休上班日';
comment on column calendar_day.region_code is '所属区划，100000 为全国';
comment on column calendar_day.day is '日期';
comment on column calendar_day.kind is '类别：HOLIDAY 放假，MAKEUP_WORKDAY 调休上班';
comment on column calendar_day.name is '节日名称';
comment on column calendar_day.source is '依据文件';
comment on column calendar_day.since_version is '自哪个版本起有效';
comment on column calendar_day.until_version is '到哪个版本失效，空为有效';

create table calendar_closure (
    id            uuid        not null primary key,
    region_code   text        not null,
    first_day     date        not null,
    last_day      date        not null,
    reason        text        not null,
    document      text        not null,
    created_by    uuid        not null,
    created_at    timestamptz not null,
    since_version int         not null references calendar_change (version),
    until_version int         references calendar_change (version),
    check (last_day >= first_day),
    check (until_version > since_version)
);
create index calendar_closure_region on calendar_closure (region_code, first_day);
comment on table calendar_closure is '县里停止办公的日子（暴雪等），由县局登记，期限相应顺延';
comment on column calendar_closure.id is '编号';
comment on column calendar_closure.region_code is '所在县区划代码';
comment on column calendar_closure.first_day is '第一天';
comment on column calendar_closure.last_day is '最后一天';
comment on column calendar_closure.reason is '原因';
comment on column calendar_closure.document is '依据的通知';
comment on column calendar_closure.created_by is '登记人账号';
comment on column calendar_closure.created_at is '登记时间';
comment on column calendar_closure.since_version is '自哪个日历版本起有效';
comment on column calendar_closure.until_version is '到哪个日历版本撤销，空为有效';

create table calendar_hours (
    region_code   text not null,
    hours         text not null,
    since_version int  not null references calendar_change (version),
    until_version int  references calendar_change (version),
    primary key (region_code, since_version),
    check (until_version > since_version)
);
create unique index calendar_hours_in_force on calendar_hours (region_code) where until_version is null;
comment on table calendar_hours is '作息时间：期限到最后一个工作日下班时止';
comment on column calendar_hours.region_code is '所属区划，100000 为没有另行规定的各县';
comment on column calendar_hours.hours is '上下班时间，例如 08:30-12:00,14:00-18:00';
comment on column calendar_hours.since_version is '自哪个日历版本起有效';
comment on column calendar_hours.until_version is '到哪个日历版本失效，空为有效';

create table deadline_profile (
    region_code    text  not null,
    code           text  not null,
    version        int   not null check (version > 0),
    label          text  not null,
    source         text  not null,
    steps          jsonb not null,
    effective_from date  not null,
    effective_to   date,
    primary key (region_code, code, version),
    check (effective_to >= effective_from)
);
comment on table deadline_profile is '时限方案：每一步几个工作日；一经使用只加新版本，不改旧版本';
comment on column deadline_profile.region_code is '所在县区划代码，100000 为没有另行规定的各县';
comment on column deadline_profile.code is '方案代码';
comment on column deadline_profile.version is '版本，从1起';
comment on column deadline_profile.label is '方案名称';
comment on column deadline_profile.source is '依据';
comment on column deadline_profile.steps is '各步骤和工作日数';
comment on column deadline_profile.effective_from is '生效日期';
comment on column deadline_profile.effective_to is '失效日期，空为长期';
