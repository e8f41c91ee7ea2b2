-- 推送之后：当面告知了谁，企业怎么说
create table policy_told (
    policy_id     uuid        not null,
    enterprise_id uuid        not null,
    region_code   text        not null,
    told_by       uuid        not null,
    told_at       timestamptz not null,
    primary key (policy_id, enterprise_id),
    foreign key (policy_id, enterprise_id) references policy_reach (policy_id, enterprise_id)
);
comment on table policy_told is '服务专员当面告知了哪些企业，每家只记第一次';
comment on column policy_told.policy_id is '政策';
comment on column policy_told.enterprise_id is '企业';
comment on column policy_told.region_code is '企业所在县区划代码';
comment on column policy_told.told_by is '告知的服务专员';
comment on column policy_told.told_at is '告知时间';

create table policy_answer (
    id            uuid        not null unique,
    policy_id     uuid        not null references policy (id),
    enterprise_id uuid        not null references enterprise (id),
    region_code   text        not null,
    kind          text        not null check (kind in ('APPLY', 'UNFIT', 'CONTACT')),
    reason        text,
    ticket_id     uuid references ticket (id),
    person_id     uuid        not null,
    answered_at   timestamptz not null,
    primary key (policy_id, enterprise_id, kind),
    constraint policy_answer_reason check ((reason is not null) = (kind = 'UNFIT')),
    constraint policy_answer_ticket check ((ticket_id is not null) = (kind = 'CONTACT'))
);
create index policy_answer_enterprise on policy_answer (enterprise_id);
create index policy_answer_latest on policy_answer (policy_id, id);
comment on table policy_answer is '企业对政策的答复：我要申报、不适合、请联系我，每种留最近一次';
comment on column policy_answer.id is '这次答复';
comment on column policy_answer.policy_id is '政策';
comment on column policy_answer.enterprise_id is '企业';
comment on column policy_answer.region_code is '企业所在县区划代码';
comment on column policy_answer.kind is '答复';
comment on column policy_answer.reason is '不适合的原因';
comment on column policy_answer.ticket_id is '请联系我登记的诉求';
comment on column policy_answer.person_id is '答复的人';
comment on column policy_answer.answered_at is '答复时间';
