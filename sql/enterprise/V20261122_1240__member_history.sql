create table membership_step (
    id            uuid        not null primary key,
    region_code   text        not null,
    membership_id uuid        not null references membership (id),
    step          text        not null check (step in ('REGISTERED', 'ASKED', 'CONFIRMED', 'REFUSED', 'ROLE_CHANGED',
        'MADE_MANAGER', 'HANDED_OVER', 'LEFT', 'ENDED')),
    role          text        not null check (role in ('LEGAL_REPRESENTATIVE', 'FINANCE', 'CLERK')),
    party         text        not null check (party in ('SELF', 'MANAGER', 'STAFF', 'SYSTEM')),
    account       uuid,
    note          text        not null,
    at            timestamptz not null,
    check ((party = 'SYSTEM') = (account is null))
);
create index membership_step_membership on membership_step (membership_id, at, id);
revoke update, delete on membership_step from ${runtime};
comment on table membership_step is '成员的经过：身份、管理员的每次变化，谁、何时、由谁办的；只能增加';
comment on column membership_step.id is '编号';
comment on column membership_step.region_code is '所在县区划代码';
comment on column membership_step.membership_id is '成员';
comment on column membership_step.step is '步骤：登记自报、申请加入、确认、未同意、变更身份、成为管理员、交出管理员、本人退出、被结束';
comment on column membership_step.role is '这一步之后的身份：法人、财务、办事员';
comment on column membership_step.party is '由谁办的：SELF 本人，MANAGER 企业管理员，STAFF 工作人员，SYSTEM 系统';
comment on column membership_step.account is '办理人账号，系统自动的为空';
comment on column membership_step.note is '依据或原因';
comment on column membership_step.at is '时间';

insert into membership_step (id, region_code, membership_id, step, role, party, account, note, at)
select gen_random_uuid(), region_code, id, 'ASKED', role, 'SELF', person_id, '', requested_at from membership;
insert into membership_step (id, region_code, membership_id, step, role, party, account, note, at)
select gen_random_uuid(), region_code, id, 'CONFIRMED', role,
    case when confirmed_by is null then 'SYSTEM' when proof = 'MANAGER' then 'MANAGER' else 'STAFF' end,
    confirmed_by, '', confirmed_at
from membership where confirmed_at is not null;

create table membership_handover (
    id            uuid        not null primary key,
    region_code   text        not null,
    enterprise_id uuid        not null references enterprise (id),
    giver_id      uuid        not null references membership (id),
    receiver_id   uuid        not null references membership (id),
    offered_at    timestamptz not null,
    status        text        not null check (status in ('OPEN', 'ACCEPTED', 'REFUSED', 'WITHDRAWN')),
    settled_at    timestamptz,
    check (giver_id <> receiver_id),
    check ((status = 'OPEN') = (settled_at is null))
);
create unique index membership_handover_open on membership_handover (enterprise_id) where status = 'OPEN';
comment on table membership_handover is '企业管理员交接：现任交给一位已确认的成员，对方同意才生效';
comment on column membership_handover.id is '编号';
comment on column membership_handover.region_code is '所在县区划代码';
comment on column membership_handover.enterprise_id is '企业';
comment on column membership_handover.giver_id is '交出的成员';
comment on column membership_handover.receiver_id is '接手的成员';
comment on column membership_handover.offered_at is '提出时间';
comment on column membership_handover.status is '状态：OPEN 等对方同意，ACCEPTED 已接手，REFUSED 对方不接，WITHDRAWN 撤回或作废';
comment on column membership_handover.settled_at is '办结时间';
