create table agenda_rule (
    region_code text    not null,
    rule        text    not null,
    enabled     boolean not null,
    days        int     not null check (days between 0 and 366),
    label       text    not null,
    primary key (region_code, rule)
);
comment on table agenda_rule is '自动待办的规则在各县开不开、用多少天，由区域包导入；没有写的规则不开';
comment on column agenda_rule.region_code is '所在县区划代码，100000 为没有另行规定的各县';
comment on column agenda_rule.rule is '规则';
comment on column agenda_rule.enabled is '开不开';
comment on column agenda_rule.days is '天数，含义见各规则';
comment on column agenda_rule.label is '天数的来源，例如“默认，待县确认”';

create table agenda_task (
    id           uuid        not null primary key,
    region_code  text        not null references region (code),
    rule         text        not null,
    subject_id   uuid        not null,
    occasion     text        not null,
    title        text        not null,
    opens_on     date        not null,
    closes_on    date check (closes_on >= opens_on),
    due_on       date,
    sort_on      date        not null,
    opened_at    timestamptz not null,
    closed_at    timestamptz,
    closing      text check (closing in ('RESOLVED', 'LAPSED', 'DISMISSED')),
    reason       text,
    dismissed_by uuid,
    unique (rule, subject_id, occasion),
    check ((closed_at is null) = (closing is null)),
    check ((closing is not distinct from 'DISMISSED') = (reason is not null)),
    check ((reason is null) = (dismissed_by is null))
);
create index agenda_task_sweep on agenda_task (region_code, rule, subject_id) where closed_at is null;
create index agenda_task_subject on agenda_task (subject_id, sort_on, id) where closed_at is null;
create index agenda_task_county on agenda_task (region_code, sort_on, id) where closed_at is null;
revoke delete on agenda_task from ${runtime};
comment on table agenda_task is '自动待办：按规则自己开、自己关，同一企业同一件事只有一条';
comment on column agenda_task.id is '编号';
comment on column agenda_task.region_code is '所在县区划代码';
comment on column agenda_task.rule is '规则';
comment on column agenda_task.subject_id is '企业';
comment on column agenda_task.occasion is '是哪一件事，例如哪张证书';
comment on column agenda_task.title is '要做什么';
comment on column agenda_task.opens_on is '从哪天起';
comment on column agenda_task.closes_on is '到哪天止（含）；空为办了才关';
comment on column agenda_task.due_on is '最好在哪天之前做；空为没有写明';
comment on column agenda_task.sort_on is '排列用的日期';
comment on column agenda_task.opened_at is '最近一次打开的时间';
comment on column agenda_task.closed_at is '关闭时间；空为开着';
comment on column agenda_task.closing is '怎么关的：情况已变、过了日子、有人写明原因不再提示';
comment on column agenda_task.reason is '不再提示的原因';
comment on column agenda_task.dismissed_by is '写明原因的人';

create view agenda_open_task as
    select id, region_code, rule, subject_id, title, opens_on, due_on, sort_on, opened_at
    from agenda_task where closed_at is null;
comment on view agenda_open_task is '供其他模块按范围筛选开着的待办';
comment on column agenda_open_task.id is '编号';
comment on column agenda_open_task.region_code is '所在县区划代码';
comment on column agenda_open_task.rule is '规则';
comment on column agenda_open_task.subject_id is '企业';
comment on column agenda_open_task.title is '要做什么';
comment on column agenda_open_task.opens_on is '从哪天起';
comment on column agenda_open_task.due_on is '最好在哪天之前做；空为没有写明';
comment on column agenda_open_task.sort_on is '排列用的日期';
comment on column agenda_open_task.opened_at is '打开的时间';
