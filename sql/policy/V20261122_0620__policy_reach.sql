create table policy_reach (
    policy_id     uuid not null references policy (id),
    enterprise_id uuid not null references enterprise (id),
    region_code   text not null,
    primary key (policy_id, enterprise_id)
);
create index policy_reach_enterprise on policy_reach (enterprise_id);
comment on table policy_reach is '政策发给了哪些企业：发布那一刻按发送范围确定，之后不变';
comment on column policy_reach.policy_id is '政策';
comment on column policy_reach.enterprise_id is '企业';
comment on column policy_reach.region_code is '企业所在县区划代码';
