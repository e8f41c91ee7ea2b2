alter table ticket drop constraint ticket_status_check;
alter table ticket add constraint ticket_status_check check (status in
    ('COLLECTED', 'DISPATCHED', 'FINAL_REVIEW', 'HANDLING', 'PAUSED', 'SUSPENSION_ASKED', 'OUTCOME_PROPOSED', 'ANSWERED',
    'SUSPENDED', 'CLOSED'));
alter table ticket drop constraint ticket_outcome_check;
alter table ticket add constraint ticket_outcome_check check (outcome in
    ('SOLVED', 'UNANSWERED', 'SUSPENDED', 'EXPLAINED', 'UNREACHABLE', 'NOT_OURS', 'WITHDRAWN'));
comment on column ticket.status is '状态：待分派、待受理、待终审、办理中、暂停、待确认挂账、待确认结果、待企业确认、挂账、已销号';
comment on column ticket.outcome is '结果：SOLVED 已解决，UNANSWERED 未回应，SUSPENDED 挂账（仍未销号），EXPLAINED 已解释，UNREACHABLE 联系不上，NOT_OURS 不属本级，WITHDRAWN 企业撤回';

-- what an enterprise takes back before it was dispatched is closed without ever having had an office
do $$
declare it text;
begin
    for it in select conname from pg_constraint
        where conrelid = 'ticket'::regclass and contype = 'c' and pg_get_constraintdef(oid) like '%COLLECTED%'
          and pg_get_constraintdef(oid) like '%office IS NULL%' loop
        execute format('alter table ticket drop constraint %I', it);
    end loop;
end $$;
alter table ticket add constraint ticket_office_check check (case status
    when 'COLLECTED' then office is null when 'CLOSED' then true else office is not null end);

create table ticket_proposal (
    ticket_id   uuid not null,
    seq         int  not null,
    region_code text not null,
    outcome     text not null check (outcome in ('UNANSWERED', 'EXPLAINED', 'UNREACHABLE', 'NOT_OURS')),
    primary key (ticket_id, seq),
    foreign key (ticket_id, seq) references ticket_event (ticket_id, seq)
);
revoke update, delete on ticket_proposal from ${runtime};
comment on table ticket_proposal is '承办单位提出的销号结果，台账单位确认后才生效，只能增加';
comment on column ticket_proposal.ticket_id is '诉求';
comment on column ticket_proposal.seq is '办理过程的哪一步提出的';
comment on column ticket_proposal.region_code is '所在县区划代码';
comment on column ticket_proposal.outcome is '提出的结果：UNANSWERED 未回应，EXPLAINED 已解释，UNREACHABLE 联系不上，NOT_OURS 不属本级';
