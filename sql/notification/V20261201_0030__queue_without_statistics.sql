-- 队列只照这两列找，不照状态：状态的分布变得比统计信息快，照状态找会选到装着整次群发的索引，每条消息读一遍
drop index campaign_recipient_ready;
create index campaign_recipient_ready on campaign_recipient (lane, next_at) where next_at is not null;
drop index campaign_recipient_sending;
create index campaign_recipient_sending on campaign_recipient (person_id) where lease_until is not null;
drop index campaign_recipient_waiting;
create index campaign_recipient_waiting on campaign_recipient (person_id) where state = 'READY';
