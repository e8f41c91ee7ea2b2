alter table calendar_closure add column part text not null default 'DAY' check (part in ('DAY', 'MORNING', 'AFTERNOON'));
comment on column calendar_closure.part is '停止办公的时段：DAY 全天，MORNING 上午，AFTERNOON 下午';

alter table calendar_hours add column effective_from date not null default '1970-01-01';
alter table calendar_hours add column source text not null default '';
alter table calendar_hours add column seasons jsonb not null default '{"items": []}';
drop index calendar_hours_in_force;
create unique index calendar_hours_in_force on calendar_hours (region_code, effective_from) where until_version is null;
comment on column calendar_hours.hours is '季节以外的上下班时间，例如 08:30-12:00,14:00-18:00';
comment on column calendar_hours.effective_from is '自哪一天起执行';
comment on column calendar_hours.source is '依据，空为系统默认';
comment on column calendar_hours.seasons is '各季节（夏季、冬季等）的起止月日和上下班时间';

alter table deadline_profile add column since_version int not null default 0;
alter table deadline_profile add column entered_by uuid;
comment on table deadline_profile is '时限方案：每一步几个工作小时、工作日或自然日；一经使用只加新版本，不改旧版本';
comment on column deadline_profile.code is '方案代码：ticket 通用，ticket.类别代码 为某类诉求的，没有的用通用的';
comment on column deadline_profile.steps is '各步骤和它的长短';
comment on column deadline_profile.since_version is '自哪个日历版本起可见';
comment on column deadline_profile.entered_by is '登记人账号，空为区域包导入';
