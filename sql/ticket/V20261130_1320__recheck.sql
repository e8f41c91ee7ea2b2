create table ticket_closing_setting (
    region_code text not null primary key,
    content     jsonb not null
);
comment on table ticket_closing_setting is '销号后回访、提醒督办和抽样的设置，由区域包导入';
comment on column ticket_closing_setting.region_code is '所在县区划代码，100000 为没有另行规定的各县';
comment on column ticket_closing_setting.content is '设置：回访天数、灯和督办的比例与收件人、回访抽样比例';

create table ticket_recheck (
    ticket_id    uuid        not null references ticket (id),
    closed_seq   int         not null,
    days         int         not null check (days > 0),
    region_code  text        not null,
    due_on       date        not null,
    asked_at     timestamptz,
    answered_at  timestamptz,
    still_solved boolean,
    note         text,
    by_office    boolean,
    dropped_at   timestamptz,
    primary key (ticket_id, closed_seq, days),
    check ((answered_at is null) = (still_solved is null)),
    check (answered_at is null or asked_at is not null)
);
create index ticket_recheck_due on ticket_recheck (due_on, ticket_id) where asked_at is null and dropped_at is null;
create index ticket_recheck_asked on ticket_recheck (region_code, asked_at, ticket_id)
    where asked_at is not null and answered_at is null and dropped_at is null;
comment on table ticket_recheck is '持续跟踪：销号后若干天问一次还有没有这个问题';
comment on column ticket_recheck.ticket_id is '诉求';
comment on column ticket_recheck.closed_seq is '是办理过程的哪一步销号的';
comment on column ticket_recheck.days is '销号后第几天';
comment on column ticket_recheck.region_code is '所在县区划代码';
comment on column ticket_recheck.due_on is '回访日';
comment on column ticket_recheck.asked_at is '问企业的时间，空为还没到';
comment on column ticket_recheck.answered_at is '回答的时间';
comment on column ticket_recheck.still_solved is '真为没有再出现，假为又出现了';
comment on column ticket_recheck.note is '企业的话';
comment on column ticket_recheck.by_office is '真为台账单位电话问到后代记';
comment on column ticket_recheck.dropped_at is '不再问的时间：重新立项，或者后一次回访已到';
