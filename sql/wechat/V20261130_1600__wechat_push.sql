create table wechat_push (
    id          uuid        not null primary key,
    digest      text        not null unique check (digest ~ '^[0-9a-f]{64}$'),
    event       text        not null check (length(event) <= 100),
    message     text,
    received_at timestamptz not null,
    worked_at   timestamptz,
    check ((message is null) = (worked_at is not null))
);
create index wechat_push_received_at on wechat_push (received_at);
comment on table wechat_push is '微信推来的事件：先记下再答复，同一事件只办一次，办完抹去内容，三天后删除';
comment on column wechat_push.id is '编号';
comment on column wechat_push.digest is '事件的 SHA-256，重复推送据此认出';
comment on column wechat_push.event is '事件名，例如 subscribe_msg_sent_event';
comment on column wechat_push.message is '解密后的内容；办完为空';
comment on column wechat_push.received_at is '收到时间';
comment on column wechat_push.worked_at is '办完时间';
