alter table subscription_balance
    add column long_term boolean not null default false,
    add column rejected  boolean not null default false;
comment on column subscription_balance.balance is '剩余次数；长期模板 1 为订阅着';
comment on column subscription_balance.long_term is '长期模板：订阅一次，一直可发';
comment on column subscription_balance.rejected is '本人拒绝或关掉了';

create table subscription_answer (
    id          uuid        not null primary key,
    person_id   uuid        not null references person (id),
    template    text        not null,
    region_code text        not null,
    accepted    boolean     not null,
    source      text        not null check (source in ('PHONE', 'WECHAT')),
    at          timestamptz not null,
    confirmed   boolean     not null,
    counted     boolean     not null,
    recorded_at timestamptz not null
);
create unique index subscription_answer_event on subscription_answer (person_id, template, at)
    where source = 'WECHAT';
create index subscription_answer_person on subscription_answer (person_id, template, at);
comment on table subscription_answer is '本人在订阅弹窗和通知管理里的回答：手机上报一次、微信推送一次，只算一次';
comment on column subscription_answer.id is '编号';
comment on column subscription_answer.person_id is '人';
comment on column subscription_answer.template is '模板名称';
comment on column subscription_answer.region_code is '所属区划代码';
comment on column subscription_answer.accepted is '接受还是拒绝';
comment on column subscription_answer.source is '手机上报，或微信推送';
comment on column subscription_answer.at is '回答的时间';
comment on column subscription_answer.confirmed is '另一来源也报过同一次回答';
comment on column subscription_answer.counted is '算进了次数：同一次回答的第二个来源、比后来的拒绝更早的接受，不算';
comment on column subscription_answer.recorded_at is '记录时间';

create view subscription_reach as
    select b.person_id, b.template from subscription_balance b
    where b.balance > 0 and (b.long_term or b.balance > (
        select count(*) from campaign_recipient r join campaign c on c.id = r.campaign_id
        where r.person_id = b.person_id and r.state = 'READY' and c.template = b.template));
comment on view subscription_reach is '供其他模块预测：现在还收得到这个模板的微信消息的人，已排队的次数除外';
comment on column subscription_reach.person_id is '人';
comment on column subscription_reach.template is '模板名称';
