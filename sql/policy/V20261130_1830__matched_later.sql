alter table policy_reach add column matched_at timestamptz;
create index policy_reach_matched on policy_reach (policy_id, matched_at) where matched_at is not null;
comment on table policy_reach is '政策发给了哪些企业：发布那一刻按发送范围确定，之后资料变了新符合的也加进来';
comment on column policy_reach.matched_at is '发布以后新符合的时间；空为发布时就符合';
