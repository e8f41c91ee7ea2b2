create table campaign (
    id          uuid        not null primary key,
    region_code text        not null,
    key         text        not null unique,
    title       text        not null,
    body        text        not null,
    page        text        not null,
    template    text,
    fields      jsonb       not null,
    created_at  timestamptz not null,
    closed_at   timestamptz
);
create index campaign_open on campaign (id) where closed_at is null;
comment on table campaign is '群发：同一件事告诉一批人；站内消息必有，微信订阅消息给订阅了的人';
comment on column campaign.id is '编号，也是站内消息的编号';
comment on column campaign.region_code is '所属区划代码';
comment on column campaign.key is '哪一件事：同一件事只群发一次';
comment on column campaign.title is '站内消息标题';
comment on column campaign.body is '站内消息正文';
comment on column campaign.page is '点开后的小程序页面';
comment on column campaign.template is '订阅消息模板的名称；空为只发站内消息';
comment on column campaign.fields is '订阅消息的内容';
comment on column campaign.created_at is '开始时间';
comment on column campaign.closed_at is '结束时间：每位接收人都有了最终状态';

create table campaign_recipient (
    campaign_id uuid        not null references campaign (id),
    person_id   uuid        not null references person (id),
    region_code text        not null,
    state       text        not null
        check (state in ('READY', 'SENDING', 'SENT', 'UNSUBSCRIBED', 'FAILED', 'UNKNOWN', 'INBOX_ONLY')),
    attempt     int         not null,
    next_at     timestamptz,
    lease_until timestamptz,
    reason      text        not null,
    msgid       text,
    updated_at  timestamptz not null,
    read_at     timestamptz,
    primary key (campaign_id, person_id),
    check ((state = 'SENDING') = (lease_until is not null)),
    check ((state = 'READY') = (next_at is not null))
);
create index campaign_recipient_person on campaign_recipient (person_id, campaign_id);
create index campaign_recipient_ready on campaign_recipient (next_at) where state = 'READY';
create index campaign_recipient_sending on campaign_recipient (lease_until) where state = 'SENDING';
comment on table campaign_recipient is '群发的接收人：每人每次群发一行，微信消息最多被接受一次';
comment on column campaign_recipient.campaign_id is '群发';
comment on column campaign_recipient.person_id is '接收人';
comment on column campaign_recipient.region_code is '所属区划代码';
comment on column campaign_recipient.state is '微信消息的状态：待发送、发送中，或最终状态';
comment on column campaign_recipient.attempt is '第几次发送';
comment on column campaign_recipient.next_at is '待发送的最早时间';
comment on column campaign_recipient.lease_until is '发送中的期限，过期即为结果不明';
comment on column campaign_recipient.reason is '原因';
comment on column campaign_recipient.msgid is '微信的消息编号';
comment on column campaign_recipient.updated_at is '状态变动时间';
comment on column campaign_recipient.read_at is '站内消息已读时间';

create table subscription_balance (
    person_id   uuid        not null references person (id),
    template    text        not null,
    region_code text        not null,
    balance     int         not null check (balance >= 0),
    updated_at  timestamptz not null,
    primary key (person_id, template)
);
comment on table subscription_balance is '订阅次数：每人每个模板还可以收几条微信消息（估计值，以微信答复为准）';
comment on column subscription_balance.person_id is '人';
comment on column subscription_balance.template is '模板名称';
comment on column subscription_balance.region_code is '所属区划代码';
comment on column subscription_balance.balance is '剩余次数';
comment on column subscription_balance.updated_at is '变动时间';
