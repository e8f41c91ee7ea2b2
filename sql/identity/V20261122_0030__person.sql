create table person (
    id             uuid        not null primary key,
    region_code    text        not null,
    openid         text        not null,
    openid_index   text        not null unique,
    phone          text,
    phone_index    text,
    phone_bound_at timestamptz,
    created_at     timestamptz not null,
    check ((phone is null) = (phone_index is null) and (phone is null) = (phone_bound_at is null))
);
create index person_phone_index on person (phone_index) where phone_index is not null;
comment on table person is '小程序用户：以微信登录的人，手机号只来自微信授权';
comment on column person.id is '编号';
comment on column person.region_code is '登录的小程序所属县区划代码';
comment on column person.openid is '微信小程序用户标识（加密）';
comment on column person.openid_index is '用户标识盲索引：一个微信用户一行';
comment on column person.phone is '手机号（加密），空为还没有授权';
comment on column person.phone_index is '手机号盲索引';
comment on column person.phone_bound_at is '手机号授权时间';
comment on column person.created_at is '首次登录时间';

create table person_consent (
    person_id        uuid        not null references person (id),
    region_code      text        not null,
    document         text        not null,
    document_version int         not null,
    text_sha256      text        not null check (text_sha256 ~ '^[0-9a-f]{64}$'),
    accepted_at      timestamptz not null,
    channel          text        not null,
    primary key (person_id, document, document_version)
);
comment on table person_consent is '同意记录：谁在何时、何处同意了哪一版说明';
comment on column person_consent.person_id is '小程序用户';
comment on column person_consent.region_code is '所属县区划代码';
comment on column person_consent.document is '说明的名称';
comment on column person_consent.document_version is '说明的版本';
comment on column person_consent.text_sha256 is '说明全文的SHA-256';
comment on column person_consent.accepted_at is '同意时间';
comment on column person_consent.channel is '同意渠道';

create table staff_binding (
    id          uuid        not null primary key,
    region_code text        not null,
    person_id   uuid        not null references person (id),
    account_id  uuid        not null references staff_account (id),
    bound_at    timestamptz not null,
    ended_at    timestamptz
);
create unique index staff_binding_person on staff_binding (person_id) where ended_at is null;
create unique index staff_binding_account on staff_binding (account_id) where ended_at is null;
comment on table staff_binding is '工作账号与小程序用户的绑定：一个账号同时只在一部手机上办公';
comment on column staff_binding.id is '编号';
comment on column staff_binding.region_code is '账号所在县区划代码';
comment on column staff_binding.person_id is '小程序用户';
comment on column staff_binding.account_id is '工作账号';
comment on column staff_binding.bound_at is '绑定时间';
comment on column staff_binding.ended_at is '解除时间，空为有效';
