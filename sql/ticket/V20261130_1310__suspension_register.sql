create table ticket_suspension (
    ticket_id   uuid        not null primary key references ticket (id),
    region_code text        not null,
    why         text        not null,
    decider     text,
    level       text        check (level in ('COUNTY', 'CITY', 'PROVINCE', 'STATE', 'OTHER')),
    since       timestamptz,
    review_on   date
);
create index ticket_suspension_review on ticket_suspension (region_code, review_on, ticket_id);
comment on table ticket_suspension is '挂账登记：为什么办不成、由谁决定、哪天复核；一件诉求一行，继续挂账时更新，经过在办理过程里';
comment on column ticket_suspension.ticket_id is '诉求';
comment on column ticket_suspension.region_code is '所在县区划代码';
comment on column ticket_suspension.why is '办不成的原因';
comment on column ticket_suspension.decider is '由谁决定，例如市发展和改革委员会';
comment on column ticket_suspension.level is '哪一级决定：县、市、省、国家、其他';
comment on column ticket_suspension.since is '同意挂账的时间，空为还在申请';
comment on column ticket_suspension.review_on is '复核日，不晚于复核期限';
