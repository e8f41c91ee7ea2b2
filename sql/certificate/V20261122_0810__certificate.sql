create table certificate_type (
    region_code text    not null,
    code        text    not null check (code ~ '^[a-z][a-z0-9_]{1,45}$'),
    name        text    not null,
    levels      text    not null,
    fact_key    text    not null,
    valid_years int     check (valid_years > 0),
    documents   text    not null,
    note        text,
    seq         int     not null,
    in_use      boolean not null,
    primary key (region_code, code)
);
comment on table certificate_type is '证书类型：企业可以取得的认定、称号，由区域包导入，不删除';
comment on column certificate_type.region_code is '所在县区划代码，100000 为没有另行规定的各县';
comment on column certificate_type.code is '类型代码';
comment on column certificate_type.name is '名称';
comment on column certificate_type.levels is '有哪些级别，逗号分隔：NATIONAL 国家级，PROVINCIAL 省级，CITY 市级，UNSTATED 不分级别';
comment on column certificate_type.fact_key is '证明的事实名称，分级别的后面再加级别';
comment on column certificate_type.valid_years is '通常有效几年；文件没有写的为空，待县确认';
comment on column certificate_type.documents is '哪些文件提到，逗号分隔';
comment on column certificate_type.note is '文件没有写清、待县确认的内容';
comment on column certificate_type.seq is '次序';
comment on column certificate_type.in_use is '是否在用';

create table certificate (
    id            uuid        not null primary key,
    region_code   text        not null references region (code),
    enterprise_id uuid        not null references enterprise (id),
    type          text        not null,
    level         text        not null check (level in ('NATIONAL', 'PROVINCIAL', 'CITY', 'UNSTATED')),
    fact_key      text        not null,
    number        text        not null check (length(number) between 1 and 60),
    issued_on     date        not null,
    valid_until   date,
    status        text        not null check (status in ('SUBMITTED', 'RETURNED', 'WITHDRAWN', 'VERIFIED', 'REVOKED')),
    submitted_at  timestamptz not null,
    return_reason text        check (return_reason in ('UNREADABLE', 'PAGES_MISSING', 'OTHER_ENTERPRISE',
        'WRONG_NUMBER', 'EXPIRED', 'OTHER_TYPE', 'OTHER')),
    return_note   text,
    decided_by    uuid,
    decided_at    timestamptz,
    revoked_from  date,
    ended_at      timestamptz,
    steps         int         not null check (steps > 0),
    version       int         not null,
    check (valid_until >= issued_on),
    check (revoked_from >= issued_on),
    check (status <> 'RETURNED' or return_reason is not null),
    check (return_reason is null or return_reason <> 'OTHER' or return_note <> ''),
    check (status not in ('VERIFIED', 'REVOKED') or decided_by is not null),
    check ((decided_by is null) = (decided_at is null)),
    check ((status = 'REVOKED') = (revoked_from is not null))
);
create unique index certificate_once on certificate (enterprise_id, type, level, number)
    where status in ('SUBMITTED', 'RETURNED', 'VERIFIED');
create index certificate_enterprise on certificate (enterprise_id, submitted_at desc, id desc);
create index certificate_queue on certificate (region_code, status, submitted_at, id);
create index certificate_held on certificate (region_code, type, id) where status in ('VERIFIED', 'REVOKED');
create index certificate_fact on certificate (enterprise_id, fact_key) where status in ('VERIFIED', 'REVOKED');
create index certificate_ending on certificate (valid_until) where status = 'VERIFIED' and ended_at is null;
comment on table certificate is '证书：企业交来、核验通过后成为有日期的事实';
comment on column certificate.id is '编号';
comment on column certificate.region_code is '所在县区划代码';
comment on column certificate.enterprise_id is '企业';
comment on column certificate.type is '证书类型代码';
comment on column certificate.level is '级别';
comment on column certificate.fact_key is '证明的事实名称';
comment on column certificate.number is '证书编号';
comment on column certificate.issued_on is '发证日期，事实从这天起成立';
comment on column certificate.valid_until is '有效期截止日；空为证书没有写';
comment on column certificate.status is '状态：待核验、已退回、已撤回、已认定、已撤销认定';
comment on column certificate.submitted_at is '最近一次提交时间';
comment on column certificate.return_reason is '退回原因';
comment on column certificate.return_note is '退回说明';
comment on column certificate.decided_by is '核验或退回的人';
comment on column certificate.decided_at is '核验或退回的时间';
comment on column certificate.revoked_from is '认定从哪天起撤销';
comment on column certificate.ended_at is '到期或撤销写入事实簿的时间';
comment on column certificate.steps is '经过的条数';
comment on column certificate.version is '版本，防止同时修改';

create table certificate_step (
    certificate_id uuid        not null references certificate (id),
    seq            int         not null check (seq > 0),
    region_code    text        not null,
    action         text        not null check (action in
        ('SUBMIT', 'RESUBMIT', 'WITHDRAW', 'RETURN', 'VERIFY', 'REVOKE')),
    account        uuid        not null,
    text           text        not null,
    at             timestamptz not null,
    primary key (certificate_id, seq)
);
revoke update, delete on certificate_step from ${runtime};
comment on table certificate_step is '证书的经过，只能增加';
comment on column certificate_step.certificate_id is '证书';
comment on column certificate_step.seq is '次序，从1起';
comment on column certificate_step.region_code is '所在县区划代码';
comment on column certificate_step.action is '做了什么';
comment on column certificate_step.account is '办理人账号';
comment on column certificate_step.text is '说明';
comment on column certificate_step.at is '时间';
