alter table campaign_recipient add column lane smallint not null default 1;
drop index campaign_recipient_ready;
create index campaign_recipient_ready on campaign_recipient (lane, next_at) where state = 'READY';
comment on column campaign_recipient.lane is '车道：0 为本人办的事，1 为群发；先发 0';
comment on column campaign_recipient.next_at is '待发送的最早时间；infinity 为等头一批的结果';

create table notification_setting (
    region_code text not null primary key,
    quiet_from  time,
    quiet_until time,
    label       text not null,
    check ((quiet_from is null) = (quiet_until is null)),
    check (quiet_from <> quiet_until)
);
comment on table notification_setting is '各县的消息设置，由区域包导入';
comment on column notification_setting.region_code is '区划代码，100000 为没有另行规定的各县';
comment on column notification_setting.quiet_from is '从几点起不发微信消息（北京时间）；空为不限';
comment on column notification_setting.quiet_until is '到几点为止';
comment on column notification_setting.label is '来源，例如“默认，待县确认”';
