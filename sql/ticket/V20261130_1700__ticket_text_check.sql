create table ticket_text_check (
    ticket_id   uuid        not null,
    seq         int         not null,
    region_code text        not null,
    account     uuid        not null,
    state       text        not null check (state in ('WAITING', 'PASSED', 'HELD')),
    tries       int         not null check (tries >= 0),
    next_at     timestamptz,
    label       int,
    primary key (ticket_id, seq),
    foreign key (ticket_id, seq) references ticket_event (ticket_id, seq),
    check ((state = 'WAITING') = (next_at is not null))
);
create index ticket_text_check_due on ticket_text_check (next_at) where state = 'WAITING';
comment on table ticket_text_check is '企业人员写的内容交微信核对：通过前只有本人和工作人员看得到；没有记录的不用核对';
comment on column ticket_text_check.ticket_id is '诉求';
comment on column ticket_text_check.seq is '办理过程的次序，1 连同标题和内容';
comment on column ticket_text_check.region_code is '所在县区划代码';
comment on column ticket_text_check.account is '写的人';
comment on column ticket_text_check.state is '状态：WAITING 等待核对，PASSED 通过，HELD 没有通过';
comment on column ticket_text_check.tries is '核对次数';
comment on column ticket_text_check.next_at is '下次核对的时间，只有等待核对的有';
comment on column ticket_text_check.label is '微信给的类别，只有没有通过的有';
