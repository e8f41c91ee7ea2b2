alter table ticket_setting
    add column arbiter         text,
    add column refusal_grounds jsonb not null default '{"items": []}';
comment on column ticket_setting.arbiter is '终审单位：同一诉求第二次被退回时由它确定承办单位，空为没有';
comment on column ticket_setting.refusal_grounds is '退回理由：代码、名称、是否须写明建议单位';

create table duty_list (
    region_code    text  not null,
    version        int   not null check (version > 0),
    label          text  not null,
    source         text  not null,
    effective_from date  not null,
    duties         jsonb not null,
    primary key (region_code, version)
);
comment on table duty_list is '职责清单：什么诉求由哪个单位主办，由区域包导入；一经使用只加新版本，不改旧版本';
comment on column duty_list.region_code is '所在县区划代码';
comment on column duty_list.version is '版本，从1起';
comment on column duty_list.label is '清单名称';
comment on column duty_list.source is '依据';
comment on column duty_list.effective_from is '生效日期，到下一版本生效前一天为止';
comment on column duty_list.duties is '各条：类别、用词、所在地、行业、主办单位、依据';

alter table ticket
    add column dispatched_at timestamptz,
    add column refusals      int     not null default 0 check (refusals between 0 and 2),
    add column bound         boolean not null default false,
    add column handler       uuid,
    drop constraint ticket_status_check,
    add constraint ticket_status_check check (status in ('COLLECTED', 'DISPATCHED', 'FINAL_REVIEW', 'HANDLING', 'PAUSED',
        'SUSPENSION_ASKED', 'ANSWERED', 'SUSPENDED', 'CLOSED'));
update ticket t set dispatched_at = (select max(v.at) from ticket_event v
    where v.ticket_id = t.id and v.action in ('DISPATCH', 'REOPEN')) where t.office is not null;
update ticket t set handler = (select v.account from ticket_event v
    where v.ticket_id = t.id and v.action = 'ACCEPT' order by v.seq desc limit 1)
    where t.status not in ('COLLECTED', 'DISPATCHED');
alter table ticket add check ((office is null) = (dispatched_at is null));
create index ticket_desk on ticket (region_code, office, handler) where status <> 'CLOSED';
create index ticket_solved on ticket (region_code, category, closed_at) where outcome = 'SOLVED';
comment on column ticket.dispatched_at is '现承办单位接到的时间，退回期限从此起算';
comment on column ticket.refusals is '被退回的次数，第二次报终审单位';
comment on column ticket.bound is '承办单位是否由终审单位确定，确定的不能再退';
comment on column ticket.handler is '经办人账号，受理的人';

alter table ticket_event
    drop constraint ticket_event_party_check,
    add constraint ticket_event_party_check check (party in ('ENTERPRISE', 'COMMISSIONER', 'LEDGER', 'HANDLER',
        'ASSISTANT', 'ARBITER', 'SYSTEM'));
alter table ticket_step
    drop constraint ticket_step_kind_check,
    add constraint ticket_step_kind_check check (kind in ('ACCEPT', 'REPLY', 'SOLVE', 'CONFIRM', 'REVIEW', 'ASSIST'));

create table ticket_assist (
    ticket_id   uuid        not null references ticket (id),
    no          int         not null,
    region_code text        not null,
    office      text        not null,
    state       text        not null check (state in ('ASKED', 'ACCEPTED', 'DONE', 'WITHDRAWN')),
    step_no     int         not null,
    asked_at    timestamptz not null,
    matter      text        not null,
    result      text,
    primary key (ticket_id, no),
    foreign key (ticket_id, no) references ticket_event (ticket_id, seq),
    foreign key (ticket_id, step_no) references ticket_step (ticket_id, no),
    foreign key (region_code, office) references office (region_code, code)
);
create index ticket_assist_office on ticket_assist (region_code, office, ticket_id);
comment on table ticket_assist is '协办：哪个单位配合做什么、到什么时候、做到哪一步';
comment on column ticket_assist.ticket_id is '诉求';
comment on column ticket_assist.no is '由办理过程的哪一步提出';
comment on column ticket_assist.region_code is '所在县区划代码';
comment on column ticket_assist.office is '协办单位代码';
comment on column ticket_assist.state is '状态：ASKED 待受理，ACCEPTED 办理中，DONE 已办结，WITHDRAWN 已撤回';
comment on column ticket_assist.step_no is '协办期限是诉求的第几个期限';
comment on column ticket_assist.asked_at is '提出时间';
comment on column ticket_assist.matter is '请它配合做什么';
comment on column ticket_assist.result is '协办结果';
