-- 运行账号只有表的读写权限；各表在建表时默认授权，审计等只增表再单独收回。
alter default privileges in schema public grant select, insert, update, delete on tables to ${runtime};
alter default privileges in schema public grant usage on sequences to ${runtime};

create table idempotency_key (
    actor_id       uuid        not null,
    operation      text        not null,
    key            text        not null check (key ~ '^[A-Za-z0-9-]{8,64}$'),
    request_digest text        not null,
    answer         text        not null,
    created_at     timestamptz not null,
    primary key (actor_id, operation, key)
);
create index idempotency_key_created_at on idempotency_key (created_at);
comment on table idempotency_key is '幂等键：同一人、同一操作、同一键只生效一次，保存30天';
comment on column idempotency_key.actor_id is '提交人账号';
comment on column idempotency_key.operation is '操作标识';
comment on column idempotency_key.key is '客户端给出的键';
comment on column idempotency_key.request_digest is '请求内容的SHA-256摘要';
comment on column idempotency_key.answer is '首次办理的返回内容（JSON）';
comment on column idempotency_key.created_at is '首次办理时间';

create table event_publication (
    id                     uuid        not null primary key,
    listener_id            text        not null,
    event_type             text        not null,
    serialized_event       text        not null,
    publication_date       timestamptz not null,
    completion_date        timestamptz,
    status                 text,
    completion_attempts    int,
    last_resubmission_date timestamptz
);
create index event_publication_serialized_event on event_publication using hash (serialized_event);
create index event_publication_completion_date on event_publication (completion_date);
comment on table event_publication is '模块间事件的待办登记：与业务同一事务写入，至少送达一次';
comment on column event_publication.id is '编号';
comment on column event_publication.listener_id is '接收方';
comment on column event_publication.event_type is '事件类型';
comment on column event_publication.serialized_event is '事件内容（只含编号，不含个人信息）';
comment on column event_publication.publication_date is '发布时间';
comment on column event_publication.completion_date is '完成时间';
comment on column event_publication.status is '状态';
comment on column event_publication.completion_attempts is '尝试次数';
comment on column event_publication.last_resubmission_date is '最近一次重新投递时间';

create table event_publication_archive (
    id                     uuid        not null primary key,
    listener_id            text        not null,
    event_type             text        not null,
    serialized_event       text        not null,
    publication_date       timestamptz not null,
    completion_date        timestamptz,
    status                 text,
    completion_attempts    int,
    last_resubmission_date timestamptz
);
create index event_publication_archive_completion_date on event_publication_archive (completion_date);
comment on table event_publication_archive is '已完成的模块间事件';
comment on column event_publication_archive.id is '编号';
comment on column event_publication_archive.listener_id is '接收方';
comment on column event_publication_archive.event_type is '事件类型';
comment on column event_publication_archive.serialized_event is '事件内容（只含编号，不含个人信息）';
comment on column event_publication_archive.publication_date is '发布时间';
comment on column event_publication_archive.completion_date is '完成时间';
comment on column event_publication_archive.status is '状态';
comment on column event_publication_archive.completion_attempts is '尝试次数';
comment on column event_publication_archive.last_resubmission_date is '最近一次重新投递时间';
