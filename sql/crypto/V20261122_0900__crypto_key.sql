create table crypto_key (
    key_id        text        primary key check (key_id ~ '^[a-z0-9-]{1,16}$'),
    purpose       text        not null check (purpose in ('DATA', 'INDEX', 'AUDIT')),
    proof         text        not null,
    first_used_at timestamptz not null
);
revoke update, delete on crypto_key from ${runtime};
comment on table crypto_key is '用过的密钥：只存核对码，不存密钥；启动时据此认出拿错的密钥';
comment on column crypto_key.key_id is '密钥编号，与设置里的编号一致';
comment on column crypto_key.purpose is '用途：DATA 数据加密，INDEX 盲索引，AUDIT 校验';
comment on column crypto_key.proof is '核对码：用这个密钥对固定文字加密或取校验值（BASE64）';
comment on column crypto_key.first_used_at is '第一次用这个密钥启动的时间';
