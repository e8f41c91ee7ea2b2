alter table ticket drop constraint ticket_status_check;
alter table ticket add constraint ticket_status_check check (status in
    ('COLLECTED', 'DISPATCHED', 'HANDLING', 'PAUSED', 'SUSPENSION_ASKED', 'ANSWERED', 'SUSPENDED', 'CLOSED'));
comment on column ticket.status is '状态：待分派、待受理、办理中、暂停、待确认挂账、待企业确认、挂账、已销号';

create table ticket_clock_setting (
    region_code      text not null primary key,
    extension_office text
);
comment on table ticket_clock_setting is '延期由谁决定，由区域包导入';
comment on column ticket_clock_setting.region_code is '所在县区划代码，100000 为没有另行规定的各县';
comment on column ticket_clock_setting.extension_office is '决定延期的单位代码，空为台账单位';

create table ticket_pause_reason (
    region_code          text    not null,
    code                 text    not null check (code ~ '^[a-z0-9-]{1,40}$'),
    name                 text    not null,
    waits_for_enterprise boolean not null,
    max_days             int     not null check (max_days between 1 and 366),
    nudge_days           int     not null check (nudge_days between 1 and 366),
    source               text    not null,
    seq                  int     not null,
    in_use               boolean not null,
    primary key (region_code, code)
);
comment on table ticket_pause_reason is '可以暂停计时的原因，由区域包导入，不删除';
comment on column ticket_pause_reason.region_code is '所在县区划代码，100000 为没有另行规定的各县';
comment on column ticket_pause_reason.code is '原因代码';
comment on column ticket_pause_reason.name is '原因名称，例如 等企业补充材料';
comment on column ticket_pause_reason.waits_for_enterprise is '是否等企业';
comment on column ticket_pause_reason.max_days is '同一原因在一次办理中累计最多几个工作日';
comment on column ticket_pause_reason.nudge_days is '每隔几个工作日提醒一次';
comment on column ticket_pause_reason.source is '依据';
comment on column ticket_pause_reason.seq is '次序';
comment on column ticket_pause_reason.in_use is '是否在用';

create table ticket_pause (
    ticket_id            uuid        not null references ticket (id),
    no                   int         not null check (no > 0),
    region_code          text        not null,
    reason               text        not null,
    reason_name          text        not null,
    waits_for_enterprise boolean     not null,
    max_days             int         not null check (max_days > 0),
    nudge_days           int         not null check (nudge_days > 0),
    note                 text        not null,
    started_at           timestamptz not null,
    ended_at             timestamptz check (ended_at >= started_at),
    nudged_at            timestamptz,
    check_at             timestamptz,
    primary key (ticket_id, no),
    check ((ended_at is null) = (check_at is not null))
);
create unique index ticket_pause_running on ticket_pause (ticket_id) where ended_at is null;
create index ticket_pause_check on ticket_pause (region_code, check_at, ticket_id) where ended_at is null;
comment on table ticket_pause is '诉求每次暂停计时：原因、起止，期限据此重算';
comment on column ticket_pause.ticket_id is '诉求';
comment on column ticket_pause.no is '次序，从1起';
comment on column ticket_pause.region_code is '所在县区划代码';
comment on column ticket_pause.reason is '原因代码';
comment on column ticket_pause.reason_name is '当时的原因名称';
comment on column ticket_pause.waits_for_enterprise is '是否等企业';
comment on column ticket_pause.max_days is '这次最多几个工作日，到了自动恢复';
comment on column ticket_pause.nudge_days is '每隔几个工作日提醒一次';
comment on column ticket_pause.note is '说明：等什么';
comment on column ticket_pause.started_at is '暂停时间';
comment on column ticket_pause.ended_at is '恢复时间，空为仍在暂停';
comment on column ticket_pause.nudged_at is '最近一次提醒的时间';
comment on column ticket_pause.check_at is '下次提醒或自动恢复的时间，便于查找';

create table ticket_extension (
    ticket_id   uuid        not null references ticket (id),
    no          int         not null check (no > 0),
    region_code text        not null,
    reason      text        not null,
    asked_at    timestamptz not null,
    granted     boolean,
    office      text,
    words       text,
    decided_at  timestamptz check (decided_at >= asked_at),
    primary key (ticket_id, no),
    check ((decided_at is null) = (granted is null))
);
create unique index ticket_extension_pending on ticket_extension (ticket_id) where decided_at is null;
create index ticket_extension_region on ticket_extension (region_code, asked_at, ticket_id) where decided_at is null;
comment on table ticket_extension is '延期申请和决定';
comment on column ticket_extension.ticket_id is '诉求';
comment on column ticket_extension.no is '次序，从1起';
comment on column ticket_extension.region_code is '所在县区划代码';
comment on column ticket_extension.reason is '申请的原因';
comment on column ticket_extension.asked_at is '申请时间，在办结期限之前';
comment on column ticket_extension.granted is '是否同意，空为还没有决定';
comment on column ticket_extension.office is '决定的单位代码';
comment on column ticket_extension.words is '决定的意见';
comment on column ticket_extension.decided_at is '决定时间';
