create table audit_event (
    id             uuid        not null,
    occurred_at    timestamptz not null,
    actor          uuid,
    roles          text        not null,
    organisation   text        not null,
    client         text        not null,
    action         text        not null,
    object_type    text        not null,
    object_id      text        not null,
    outcome        text        not null check (outcome in ('DONE', 'REFUSED')),
    reason         text        not null,
    summary        text        not null,
    source_address text        not null,
    trace_id       text        not null,
    key_id         text        not null,
    mac            text        not null,
    recorded_at    timestamptz not null default now(),
    primary key (id, occurred_at)
) partition by range (occurred_at);
create index audit_event_actor on audit_event (actor, id);
create index audit_event_object on audit_event (object_id, id);
create index audit_event_occurred_at on audit_event (occurred_at, id);
create index audit_event_recorded_at on audit_event (recorded_at);
comment on table audit_event is '审计记录：每次操作或被拒各一条，只能增加和查询，按月分区';
comment on column audit_event.id is '编号';
comment on column audit_event.occurred_at is '时间';
comment on column audit_event.actor is '操作账号，空为未登录或系统';
comment on column audit_event.roles is '当时的角色';
comment on column audit_event.organisation is '当时的单位、辖区';
comment on column audit_event.client is '客户端';
comment on column audit_event.action is '操作';
comment on column audit_event.object_type is '对象类型';
comment on column audit_event.object_id is '对象编号';
comment on column audit_event.outcome is '结果：DONE 已办，REFUSED 被拒';
comment on column audit_event.reason is '被拒原因';
comment on column audit_event.summary is '内容摘要，不含个人信息';
comment on column audit_event.source_address is '来源地址';
comment on column audit_event.trace_id is '请求编号';
comment on column audit_event.key_id is '校验密钥编号';
comment on column audit_event.mac is '本条的校验值（HMAC-SM3）';
comment on column audit_event.recorded_at is '数据库写入时间，封存时据此找出尚未入链的记录';

do $$
declare
    month date := date '2026-01-01';
begin
    while month < date '2036-01-01' loop
        execute format('create table audit_event_%s partition of audit_event for values from (%L) to (%L)',
            to_char(month, 'YYYYMM'), month::timestamp at time zone 'Asia/Shanghai',
            (month + interval '1 month')::timestamp at time zone 'Asia/Shanghai');
        execute format('revoke insert, update, delete, truncate on audit_event_%s from ${runtime}',
            to_char(month, 'YYYYMM'));
        month := (month + interval '1 month')::date;
    end loop;
end
$$;
create table audit_event_other partition of audit_event default;
revoke insert, update, delete, truncate on audit_event_other from ${runtime};
revoke update, delete, truncate on audit_event from ${runtime};

create table audit_seal (
    seq      bigint not null primary key,
    event_id uuid   not null unique,
    event_at timestamptz not null,
    chain    text   not null,
    key_id   text   not null
);
revoke update, delete, truncate on audit_seal from ${runtime};
comment on table audit_seal is '审计链：按次序封存审计记录，前后相扣';
comment on column audit_seal.seq is '序号，从1连续';
comment on column audit_seal.event_id is '审计记录编号';
comment on column audit_seal.event_at is '审计记录时间';
comment on column audit_seal.chain is '链上校验值（HMAC-SM3）';
comment on column audit_seal.key_id is '校验密钥编号';
