create table ticket_setting (
    region_code   text not null primary key,
    letters       text not null check (letters ~ '^[A-Z]{1,4}$'),
    bureau        text not null,
    ledger_office text not null
);
comment on table ticket_setting is '诉求办理的设置，由区域包导入';
comment on column ticket_setting.region_code is '所在县区划代码，100000 为没有另行规定的各县';
comment on column ticket_setting.letters is '诉求编号的字头';
comment on column ticket_setting.bureau is '未指定单位的县局工作人员所属单位';
comment on column ticket_setting.ledger_office is '台账单位：登记、分派、确认销号和挂账';

create table ticket_category (
    region_code text    not null,
    code        text    not null check (code ~ '^[a-z0-9-]{1,40}$'),
    name        text    not null,
    seq         int     not null,
    in_use      boolean not null,
    primary key (region_code, code)
);
comment on table ticket_category is '诉求类别，由区域包导入，不删除';
comment on column ticket_category.region_code is '所在县区划代码，100000 为没有另行规定的各县';
comment on column ticket_category.code is '类别代码';
comment on column ticket_category.name is '类别名称';
comment on column ticket_category.seq is '次序';
comment on column ticket_category.in_use is '是否在用';

create table ticket_counter (
    region_code text not null,
    year        int  not null,
    last        int  not null,
    primary key (region_code, year)
);
comment on table ticket_counter is '诉求编号：每县每年一个流水，可以有空号';
comment on column ticket_counter.region_code is '所在县区划代码';
comment on column ticket_counter.year is '年份';
comment on column ticket_counter.last is '已用到的号';

create table ticket (
    id                 uuid        not null primary key,
    region_code        text        not null references region (code),
    enterprise_id      uuid        not null references enterprise (id),
    number             text        not null,
    category           text        not null,
    title              text        not null,
    content            text        not null,
    origin             text        not null
        check (origin in ('ENTERPRISE', 'VISIT', 'PHONE', 'PAPER', 'HOTLINE', 'LEADER_NOTE')),
    origin_note        text,
    raised_by          uuid        not null,
    received_at        timestamptz not null,
    created_at         timestamptz not null,
    status             text        not null check (status in
        ('COLLECTED', 'DISPATCHED', 'HANDLING', 'SUSPENSION_ASKED', 'ANSWERED', 'SUSPENDED', 'CLOSED')),
    office             text,
    outcome            text        check (outcome in ('SOLVED', 'UNANSWERED', 'SUSPENDED')),
    closed_at          timestamptz,
    reopened           int         not null check (reopened >= 0),
    hops               int         not null check (hops > 0),
    next_due_at        timestamptz,
    next_escalation_at timestamptz,
    calendar_version   int,
    version            int         not null,
    unique (region_code, number),
    foreign key (region_code, office) references office (region_code, code),
    check (received_at <= created_at),
    check ((status = 'CLOSED') = (closed_at is not null)),
    check ((status = 'CLOSED') = (outcome is not null and outcome <> 'SUSPENDED')),
    check ((status = 'SUSPENDED') = (outcome is not null and outcome = 'SUSPENDED')),
    check ((status = 'COLLECTED') = (office is null)),
    check ((next_due_at is null) = (calendar_version is null))
);
create index ticket_enterprise on ticket (enterprise_id, created_at desc, id desc);
create index ticket_region on ticket (region_code, created_at desc, id desc);
create index ticket_office on ticket (region_code, office, next_due_at, id);
create index ticket_due on ticket (region_code, next_due_at, id) where next_due_at is not null;
create index ticket_escalation on ticket (region_code, next_escalation_at, id) where next_escalation_at is not null;
create index ticket_recalculation on ticket (region_code, calendar_version, id) where calendar_version is not null;
create index ticket_raised_by on ticket (raised_by, created_at desc);
comment on table ticket is '企业诉求：从问题收集到销号';
comment on column ticket.id is '编号（内部）';
comment on column ticket.region_code is '所在县区划代码';
comment on column ticket.enterprise_id is '企业';
comment on column ticket.number is '诉求编号，重新立项也不变';
comment on column ticket.category is '类别代码';
comment on column ticket.title is '标题';
comment on column ticket.content is '内容';
comment on column ticket.origin is '来源';
comment on column ticket.origin_note is '来源说明，例如工单号';
comment on column ticket.raised_by is '提出或登记的账号';
comment on column ticket.received_at is '收到时间，期限从此起算';
comment on column ticket.created_at is '登记时间';
comment on column ticket.status is '状态：待分派、待受理、办理中、待确认挂账、待企业确认、挂账、已销号';
comment on column ticket.office is '承办单位代码，空为在台账单位';
comment on column ticket.outcome is '结果：SOLVED 已解决，UNANSWERED 未回应，SUSPENDED 挂账（仍未销号）';
comment on column ticket.closed_at is '销号时间';
comment on column ticket.reopened is '重新立项次数';
comment on column ticket.hops is '办理过程的条数';
comment on column ticket.next_due_at is '最近一个正在计算的期限';
comment on column ticket.next_escalation_at is '最近一个还没有催办过的期限';
comment on column ticket.calendar_version is '正在计算的期限所依据的最早日历版本';
comment on column ticket.version is '版本，防止同时修改';

create table ticket_step (
    ticket_id        uuid        not null references ticket (id),
    no               int         not null check (no > 0),
    region_code      text        not null,
    kind             text        not null check (kind in ('ACCEPT', 'REPLY', 'SOLVE', 'CONFIRM', 'REVIEW')),
    profile          text        not null,
    profile_version  int         not null,
    profile_step     text        not null,
    calendar_version int         not null,
    started_at       timestamptz not null,
    due_at           timestamptz not null check (due_at > started_at),
    provisional      boolean     not null,
    met_at           timestamptz,
    escalated_at     timestamptz,
    primary key (ticket_id, no)
);
create index ticket_step_open on ticket_step (region_code, kind, due_at) where met_at is null;
comment on table ticket_step is '诉求的每个期限和计算它的依据，随时可以重算';
comment on column ticket_step.ticket_id is '诉求';
comment on column ticket_step.no is '次序，从1起；同类期限以最后一个为准';
comment on column ticket_step.region_code is '所在县区划代码';
comment on column ticket_step.kind is '期限：ACCEPT 受理，REPLY 答复，SOLVE 办结，CONFIRM 企业确认，REVIEW 挂账复核';
comment on column ticket_step.profile is '时限方案代码';
comment on column ticket_step.profile_version is '时限方案版本';
comment on column ticket_step.profile_step is '方案中的步骤';
comment on column ticket_step.calendar_version is '日历版本';
comment on column ticket_step.started_at is '起算时间';
comment on column ticket_step.due_at is '到期时间';
comment on column ticket_step.provisional is '是否因放假安排未公布而暂定';
comment on column ticket_step.met_at is '办成时间，空为还没有';
comment on column ticket_step.escalated_at is '超期催办时间，只催办一次';

create table ticket_event (
    ticket_id   uuid        not null references ticket (id),
    seq         int         not null check (seq > 0),
    region_code text        not null,
    action      text        not null,
    status      text        not null,
    party       text        not null check (party in ('ENTERPRISE', 'COMMISSIONER', 'LEDGER', 'HANDLER', 'SYSTEM')),
    account     uuid,
    office      text,
    at          timestamptz not null,
    text        text        not null,
    evidence    text,
    primary key (ticket_id, seq),
    check ((party = 'SYSTEM') = (account is null))
);
revoke update, delete on ticket_event from ${runtime};
comment on table ticket_event is '诉求的办理过程，企业全部可见，只能增加';
comment on column ticket_event.ticket_id is '诉求';
comment on column ticket_event.seq is '次序，从1起';
comment on column ticket_event.region_code is '所在县区划代码';
comment on column ticket_event.action is '办理动作';
comment on column ticket_event.status is '办理后的状态';
comment on column ticket_event.party is '办理人身份：企业、服务专员、台账单位、承办单位、系统';
comment on column ticket_event.account is '办理人账号，空为系统';
comment on column ticket_event.office is '办理后所在单位代码，空为台账单位';
comment on column ticket_event.at is '时间';
comment on column ticket_event.text is '内容';
comment on column ticket_event.evidence is '佐证，办结答复时必填';
