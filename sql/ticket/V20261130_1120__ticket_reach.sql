create view ticket_reach as
    select id as ticket_id, region_code, enterprise_id, number, title, status, closed_at from ticket;
comment on view ticket_reach is '供其他模块按企业查诉求：编号、标题、状态、销号时间';
comment on column ticket_reach.ticket_id is '诉求';
comment on column ticket_reach.region_code is '所在县区划代码';
comment on column ticket_reach.enterprise_id is '企业';
comment on column ticket_reach.number is '诉求编号';
comment on column ticket_reach.title is '标题';
comment on column ticket_reach.status is '状态';
comment on column ticket_reach.closed_at is '销号时间；空为没有销号';

-- 销号之后的回访：按企业的次序找近来销号的
create index ticket_closed on ticket (region_code, enterprise_id, closed_at) where closed_at is not null;
