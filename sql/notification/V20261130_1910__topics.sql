alter table campaign add column topic text not null default 'OWN'
    check (topic in ('OWN', 'STATUTORY', 'POLICY', 'WINDOW', 'DIGEST'));
comment on column campaign.topic is '哪一类消息：自己办的事、依法告知的不能关，其他的本人可以不收微信';

create table notification_muted (
    person_id   uuid        not null references person (id),
    topic       text        not null check (topic in ('POLICY', 'WINDOW', 'DIGEST')),
    region_code text        not null,
    muted_at    timestamptz not null,
    primary key (person_id, topic)
);
comment on table notification_muted is '本人不要微信提醒的消息类别；站内消息照样收到';
comment on column notification_muted.person_id is '人';
comment on column notification_muted.topic is '类别';
comment on column notification_muted.region_code is '所属区划代码';
comment on column notification_muted.muted_at is '从什么时候起';

alter table notification_setting add column statutory_most int check (statutory_most > 0);
comment on column notification_setting.statutory_most is '近三十天最多几件依法告知；空为不限';

create view muted_reach as select person_id, topic from notification_muted;
comment on view muted_reach is '供其他模块预测：谁不要哪一类的微信提醒';
comment on column muted_reach.person_id is '人';
comment on column muted_reach.topic is '类别';
