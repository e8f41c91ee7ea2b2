create table ticket_feedback (
    ticket_id   uuid        not null references ticket (id),
    closed_seq  int         not null,
    region_code text        not null,
    contacted   boolean,
    useful      boolean,
    at          timestamptz not null,
    primary key (ticket_id, closed_seq),
    check (contacted is not null or useful is not null)
);
comment on table ticket_feedback is '销号后企业对两个问题的回答，可以不答；每次销号一份';
comment on column ticket_feedback.ticket_id is '诉求';
comment on column ticket_feedback.closed_seq is '办理过程的哪一步销号的';
comment on column ticket_feedback.region_code is '所在县区划代码';
comment on column ticket_feedback.contacted is '办理的人是否联系过您，空为没有答';
comment on column ticket_feedback.useful is '是否有用，空为没有答';
comment on column ticket_feedback.at is '回答的时间';

create table ticket_sample_draw (
    region_code text        not null,
    month       date        not null check (extract(day from month) = 1),
    percent     int         not null check (percent between 0 and 100),
    closed      int         not null,
    drawn_at    timestamptz not null,
    drawn_by    uuid        not null,
    primary key (region_code, month)
);
comment on table ticket_sample_draw is '每月从上月销号的诉求里抽一次回访，按编号的摘要抽取，重抽结果相同';
comment on column ticket_sample_draw.region_code is '所在县区划代码';
comment on column ticket_sample_draw.month is '哪个月销号的，记该月1日';
comment on column ticket_sample_draw.percent is '抽取比例（百分之几）';
comment on column ticket_sample_draw.closed is '该月销号的件数，抽取的总体';
comment on column ticket_sample_draw.drawn_at is '抽取时间';
comment on column ticket_sample_draw.drawn_by is '抽取的账号';

create table ticket_sample (
    region_code text        not null,
    month       date        not null,
    ticket_id   uuid        not null references ticket (id),
    result      text        check (result in ('SATISFIED', 'NOT_SATISFIED', 'NOT_REACHED')),
    note        text,
    called_at   timestamptz,
    called_by   uuid,
    primary key (region_code, month, ticket_id),
    foreign key (region_code, month) references ticket_sample_draw (region_code, month),
    check ((result is null) = (called_at is null))
);
comment on table ticket_sample is '抽中回访的诉求和回访结果';
comment on column ticket_sample.region_code is '所在县区划代码';
comment on column ticket_sample.month is '哪个月抽的';
comment on column ticket_sample.ticket_id is '诉求';
comment on column ticket_sample.result is '回访结果：SATISFIED 满意，NOT_SATISFIED 不满意，NOT_REACHED 没有联系上；空为还没有回访';
comment on column ticket_sample.note is '企业的话';
comment on column ticket_sample.called_at is '回访时间';
comment on column ticket_sample.called_by is '回访人账号';

create index ticket_event_closing on ticket_event (region_code, at, ticket_id) where status = 'CLOSED' or action in ('REOPEN', 'RETURN');
create index ticket_step_met on ticket_step (region_code, met_at)
    where met_at is not null and kind in ('ACCEPT', 'REPLY', 'SOLVE');
create index ticket_received on ticket (region_code, received_at, id);
