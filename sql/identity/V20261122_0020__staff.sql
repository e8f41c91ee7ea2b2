create table staff_account (
    id                    uuid        not null primary key,
    region_code           text        not null,
    login_name            text        not null unique check (login_name = lower(login_name)),
    kind                  text        not null
        check (kind in ('BUSINESS', 'SYSTEM_ADMIN', 'SECURITY_ADMIN', 'AUDIT_ADMIN')),
    name                  text        not null,
    phone                 text        not null,
    phone_index           text        not null unique,
    disabled              boolean     not null,
    password_hash         text        not null,
    password_set_at       timestamptz not null,
    password_initial      boolean     not null,
    totp_secret           text,
    totp_last_step        bigint      not null,
    password_failures     int         not null,
    password_locked_until timestamptz,
    code_failures         int         not null,
    code_locked_until     timestamptz,
    last_sign_in_at       timestamptz,
    created_at            timestamptz not null,
    version               int         not null,
    unique (id, kind)
);
comment on table staff_account is '工作账号：一人一个，登录名不重复使用';
comment on column staff_account.id is '编号';
comment on column staff_account.region_code is '所在县区划代码';
comment on column staff_account.login_name is '登录名（小写半角）';
comment on column staff_account.kind is '账号类别：业务，或三员之一；建立后不变';
comment on column staff_account.name is '姓名（加密）';
comment on column staff_account.phone is '手机号（加密）';
comment on column staff_account.phone_index is '手机号盲索引：同一人只能有一个账号';
comment on column staff_account.disabled is '是否停用';
comment on column staff_account.password_hash is '密码散列（argon2id）';
comment on column staff_account.password_set_at is '密码设置时间';
comment on column staff_account.password_initial is '是否初始密码';
comment on column staff_account.totp_secret is '动态口令密钥（加密），空为未绑定';
comment on column staff_account.totp_last_step is '最近用过的口令步数，防重放';
comment on column staff_account.password_failures is '密码连续错误次数';
comment on column staff_account.password_locked_until is '因密码错误锁定到';
comment on column staff_account.code_failures is '口令连续错误次数';
comment on column staff_account.code_locked_until is '因口令错误锁定到';
comment on column staff_account.last_sign_in_at is '最近登录时间';
comment on column staff_account.created_at is '建立时间';
comment on column staff_account.version is '版本号';

create table staff_password (
    account_id  uuid        not null references staff_account (id),
    region_code text        not null,
    hash        text        not null,
    set_at      timestamptz not null
);
create index staff_password_account on staff_password (account_id, set_at desc);
comment on table staff_password is '用过的密码散列，防止重复使用';
comment on column staff_password.account_id is '账号';
comment on column staff_password.region_code is '所在县区划代码';
comment on column staff_password.hash is '密码散列';
comment on column staff_password.set_at is '设置时间';

-- 三员分立写进结构：岗位的账号类别必须与账号一致，业务岗位只给业务账号，三员岗位只给同类账号。
create table staff_grant (
    id          uuid        not null primary key,
    account_id  uuid        not null,
    kind        text        not null,
    region_code text        not null,
    role        text        not null,
    unit_code   text,
    office_code text,
    granted_by  uuid        not null,
    granted_at  timestamptz not null,
    revoked_by  uuid,
    revoked_at  timestamptz,
    foreign key (account_id, kind) references staff_account (id, kind),
    check (role in ('COUNTY_OFFICER', 'TOWNSHIP_OFFICER', 'HANDLER', 'COMMISSIONER', 'LEADER',
                    'SYSTEM_ADMIN', 'SECURITY_ADMIN', 'AUDIT_ADMIN')),
    check (case when role in ('SYSTEM_ADMIN', 'SECURITY_ADMIN', 'AUDIT_ADMIN') then kind = role
                else kind = 'BUSINESS' end),
    check (role <> 'TOWNSHIP_OFFICER' or unit_code is not null),
    check (role <> 'HANDLER' or office_code is not null)
);
create unique index staff_grant_held on staff_grant (account_id, role, coalesce(unit_code, ''), coalesce(office_code, ''))
    where revoked_at is null;
comment on table staff_grant is '岗位授予：谁在哪个范围有什么岗位，收回留痕';
comment on column staff_grant.id is '编号';
comment on column staff_grant.account_id is '账号';
comment on column staff_grant.kind is '账号类别（与账号一致）';
comment on column staff_grant.region_code is '所在县区划代码';
comment on column staff_grant.role is '岗位';
comment on column staff_grant.unit_code is '乡镇、街道、开发区代码';
comment on column staff_grant.office_code is '责任单位代码';
comment on column staff_grant.granted_by is '授予人';
comment on column staff_grant.granted_at is '授予时间';
comment on column staff_grant.revoked_by is '收回人';
comment on column staff_grant.revoked_at is '收回时间';
