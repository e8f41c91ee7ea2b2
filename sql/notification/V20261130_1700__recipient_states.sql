alter table campaign
    add column settled_at timestamptz,
    add column closes_at  timestamptz not null default now() + interval '14 days',
    add column held       boolean     not null default false,
    add column fault      int;
update campaign set settled_at = closed_at where closed_at is not null;
create index campaign_unsettled on campaign (id) where settled_at is null;
create index campaign_closing on campaign (closes_at) where closed_at is null;
create index campaign_held on campaign (id) where held;
drop index campaign_open;
comment on column campaign.settled_at is '每位接收人都有了结果的时间；之后读了、当面告知了、重发了还会变';
comment on column campaign.closes_at is '到这时结束，结果不再变';
comment on column campaign.closed_at is '结束时间：每位接收人正好一个最终状态，不再变';
comment on column campaign.held is '先发了头一批，其余的等这一批有了结果再发';
comment on column campaign.fault is '因模板或内容的问题停发：微信的错误码';

alter table campaign_recipient
    drop constraint campaign_recipient_state_check,
    add constraint campaign_recipient_state_check check (state in ('READY', 'SENDING', 'DOUBTFUL', 'SENT', 'READ',
        'TOLD', 'UNSUBSCRIBED', 'FAILED', 'UNKNOWN', 'INBOX_ONLY')),
    add column sent_at     timestamptz,
    add column heard       int,
    add column told_at     timestamptz,
    add column told_by     uuid,
    add column first_attempt int not null default 1,
    add constraint campaign_recipient_told check ((told_at is null) = (told_by is null));
create index campaign_recipient_unsettled on campaign_recipient (campaign_id)
    where state in ('READY', 'SENDING', 'DOUBTFUL');
create index campaign_recipient_waiting on campaign_recipient (person_id) where state in ('READY', 'SENDING');
create index campaign_recipient_doubtful on campaign_recipient (updated_at) where state = 'DOUBTFUL';
comment on column campaign_recipient.state is
    '状态：待发送、发送中、结果待定，或已读、已送达、已当面告知、未订阅、失败、结果未知、只发站内消息';
comment on column campaign_recipient.sent_at is '最近一次发送开始的时间';
comment on column campaign_recipient.heard is '微信事后报告的结果：0 为送达，其他为错误码';
comment on column campaign_recipient.told_at is '当面告知的时间';
comment on column campaign_recipient.told_by is '当面告知的人';
comment on column campaign_recipient.first_attempt is '这一轮从第几次开始；重发即新的一轮';
