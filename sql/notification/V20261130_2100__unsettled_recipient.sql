-- 按群发和人查：一批结果逐人写回时，不管选哪个索引都只碰这一行
drop index campaign_recipient_unsettled;
create index campaign_recipient_unsettled on campaign_recipient (campaign_id, person_id)
    where state in ('READY', 'SENDING', 'DOUBTFUL');
