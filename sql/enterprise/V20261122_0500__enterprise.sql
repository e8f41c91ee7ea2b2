create table industry (
    code        text    not null primary key check (code ~ '^[A-T](\d\d)?$'),
    region_code text    not null,
    section     text    references industry (code),
    name        text    not null,
    in_use      boolean not null,
    check ((section is null) = (length(code) = 1))
);
comment on table industry is '国民经济行业分类（GB/T 4754—2017）的门类和大类；由区域包导入';
comment on column industry.code is '门类字母，或门类字母加两位大类，如C13';
comment on column industry.region_code is '适用区域：100000为全国';
comment on column industry.section is '所属门类；门类本身为空';
comment on column industry.name is '名称';
comment on column industry.in_use is '是否在用';

create table enterprise (
    id            uuid        not null primary key,
    region_code   text        not null references region (code),
    uscc          text        not null check (length(uscc) = 18),
    name          text        not null,
    name_key      text        not null,
    unit_code     text        not null references region (code),
    industry_code text        references industry (code),
    contact_name  text,
    contact_phone text,
    accepted_at   timestamptz not null,
    accepted_by   uuid,
    version       int         not null,
    unique (region_code, uscc)
);
create index enterprise_unit on enterprise (unit_code, id);
create index enterprise_region on enterprise (region_code, id);
comment on table enterprise is '企业：登记已被接受的';
comment on column enterprise.id is '编号';
comment on column enterprise.region_code is '所在县区划代码';
comment on column enterprise.uscc is '统一社会信用代码（GB 32100—2015）';
comment on column enterprise.name is '名称';
comment on column enterprise.name_key is '比对用名称：全角半角、括号、空格归一';
comment on column enterprise.unit_code is '现计入的乡镇、街道、开发区；各日的见 enterprise_place';
comment on column enterprise.industry_code is '国民经济行业分类';
comment on column enterprise.contact_name is '联系人（加密）';
comment on column enterprise.contact_phone is '联系电话（加密）';
comment on column enterprise.accepted_at is '登记接受时间';
comment on column enterprise.accepted_by is '接受人；空为与企业名录一致自动接受';
comment on column enterprise.version is '版本号';

create table enterprise_place (
    id             uuid        not null primary key,
    region_code    text        not null,
    enterprise_id  uuid        not null references enterprise (id),
    kind           text        not null check (kind in ('REGISTERED', 'OPERATING', 'COUNTING')),
    unit_code      text        not null references region (code),
    effective_from date        not null,
    recorded_at    timestamptz not null,
    recorded_by    uuid        not null,
    reason         text        not null,
    applied        boolean     not null
);
create index enterprise_place_asked on enterprise_place (enterprise_id, kind, effective_from desc, recorded_at desc);
create index enterprise_place_due on enterprise_place (effective_from) where not applied;
comment on table enterprise_place is '企业的注册地、经营地和计入单位：各自从哪天起在哪里；除到日标记外只增不改';
comment on column enterprise_place.id is '编号';
comment on column enterprise_place.region_code is '所在县区划代码';
comment on column enterprise_place.enterprise_id is '企业';
comment on column enterprise_place.kind is '类别：注册地、经营地、计入单位';
comment on column enterprise_place.unit_code is '乡镇、街道、开发区';
comment on column enterprise_place.effective_from is '从哪天起';
comment on column enterprise_place.recorded_at is '记录时间';
comment on column enterprise_place.recorded_by is '记录人';
comment on column enterprise_place.reason is '依据或原因';
comment on column enterprise_place.applied is '是否已写入企业的现计入单位；将来生效的到日再写';

create table registration (
    id                 uuid        not null primary key,
    region_code        text        not null references region (code),
    uscc               text        not null check (length(uscc) = 18),
    name               text        not null,
    name_key           text        not null,
    registered_unit    text        references region (code),
    operating_unit     text        references region (code),
    unit_code          text        not null references region (code),
    counts_at          text        not null check (counts_at in ('REGISTERED', 'OPERATING')),
    industry_code      text        not null references industry (code),
    contact_name       text        not null,
    contact_phone      text        not null,
    role               text        not null check (role in ('LEGAL_REPRESENTATIVE', 'FINANCE', 'CLERK')),
    person_id          uuid,
    commissioner_id    uuid,
    confirmation_index text        unique,
    confirmation_until timestamptz,
    status             text        not null
        check (status in ('AWAITING_ENTERPRISE', 'PENDING', 'RETURNED', 'ACCEPTED')),
    licence_required   boolean     not null,
    return_reasons     text        not null,
    return_note        text        not null,
    enterprise_id      uuid        references enterprise (id),
    submitted_at       timestamptz not null,
    decided_at         timestamptz,
    decided_by         uuid,
    version            int         not null,
    check (counts_at <> 'REGISTERED' or registered_unit = unit_code),
    check (counts_at <> 'OPERATING' or operating_unit = unit_code),
    check (status = 'AWAITING_ENTERPRISE' or person_id is not null),
    check (person_id is not null or commissioner_id is not null),
    check ((status = 'ACCEPTED') = (enterprise_id is not null))
);
create unique index registration_open on registration (person_id, region_code, uscc)
    where status in ('PENDING', 'RETURNED');
create index registration_person on registration (person_id, id);
create index registration_unit on registration (unit_code, status, id);
create index registration_region on registration (region_code, status, id);
comment on table registration is '企业登记申请';
comment on column registration.id is '编号';
comment on column registration.region_code is '所在县区划代码';
comment on column registration.uscc is '统一社会信用代码';
comment on column registration.name is '企业名称';
comment on column registration.name_key is '比对用名称';
comment on column registration.registered_unit is '注册地；空为在县外';
comment on column registration.operating_unit is '经营地；空为在县外';
comment on column registration.unit_code is '计入单位，由它核实';
comment on column registration.counts_at is '按哪一处计入：注册地或经营地';
comment on column registration.industry_code is '国民经济行业分类';
comment on column registration.contact_name is '联系人（加密）';
comment on column registration.contact_phone is '联系电话（加密）';
comment on column registration.role is '申请人的身份：法人、财务、办事员';
comment on column registration.person_id is '申请人；代登记的在企业确认前为空';
comment on column registration.commissioner_id is '代登记的服务专员';
comment on column registration.confirmation_index is '代登记确认码的盲索引';
comment on column registration.confirmation_until is '确认码有效期至';
comment on column registration.status is '状态：待企业确认、待核实、已退回、已接受';
comment on column registration.licence_required is '是否需要营业执照照片：与企业名录不一致的才要';
comment on column registration.return_reasons is '退回原因代码，逗号分隔';
comment on column registration.return_note is '退回说明';
comment on column registration.enterprise_id is '接受后的企业';
comment on column registration.submitted_at is '最近一次提交时间';
comment on column registration.decided_at is '办理时间';
comment on column registration.decided_by is '办理人；空为自动接受';
comment on column registration.version is '版本号';

create table registration_step (
    id              uuid        not null primary key,
    region_code     text        not null,
    registration_id uuid        not null references registration (id),
    step            text        not null,
    actor_id        uuid,
    note            text        not null,
    taken_at        timestamptz not null
);
create index registration_step_registration on registration_step (registration_id, id);
comment on table registration_step is '登记的经过，只增不改';
comment on column registration_step.id is '编号';
comment on column registration_step.region_code is '所在县区划代码';
comment on column registration_step.registration_id is '登记';
comment on column registration_step.step is '步骤：提交、企业确认、退回、重新提交、接受';
comment on column registration_step.actor_id is '办理人；空为系统自动';
comment on column registration_step.note is '说明';
comment on column registration_step.taken_at is '时间';

create table membership (
    id            uuid        not null primary key,
    region_code   text        not null,
    enterprise_id uuid        not null references enterprise (id),
    person_id     uuid        not null,
    role          text        not null check (role in ('LEGAL_REPRESENTATIVE', 'FINANCE', 'CLERK')),
    status        text        not null check (status in ('REQUESTED', 'ACTIVE', 'REFUSED', 'ENDED')),
    proof         text        not null check (proof in ('SELF_REPORTED', 'PHONE', 'LICENCE', 'OFFICER', 'MANAGER')),
    manager       boolean     not null,
    requested_at  timestamptz not null,
    confirmed_at  timestamptz,
    confirmed_by  uuid,
    decided_at    timestamptz,
    decided_by    uuid,
    note          text        not null,
    version       int         not null,
    check ((proof = 'SELF_REPORTED') = (confirmed_at is null)),
    check (not manager or (status = 'ACTIVE' and proof <> 'SELF_REPORTED'))
);
create unique index membership_open on membership (enterprise_id, person_id) where status in ('REQUESTED', 'ACTIVE');
create unique index membership_manager on membership (enterprise_id) where manager;
create index membership_person on membership (person_id, id);
comment on table membership is '人与企业的关系：谁在哪家企业、什么身份、凭什么确认';
comment on column membership.id is '编号';
comment on column membership.region_code is '所在县区划代码';
comment on column membership.enterprise_id is '企业';
comment on column membership.person_id is '人';
comment on column membership.role is '身份：法人、财务、办事员';
comment on column membership.status is '状态：待同意、有效、未同意、已结束';
comment on column membership.proof is '凭据：自报、名录电话、营业执照、工作人员、企业管理员';
comment on column membership.manager is '是否企业管理员：第一个被确认的成员';
comment on column membership.requested_at is '提出时间';
comment on column membership.confirmed_at is '确认时间；空为自报';
comment on column membership.confirmed_by is '确认人；名录电话自动确认的为空';
comment on column membership.decided_at is '拒绝或结束的时间';
comment on column membership.decided_by is '拒绝或结束的办理人';
comment on column membership.note is '说明';
comment on column membership.version is '版本号';

create table register_entry (
    id            uuid        not null primary key,
    region_code   text        not null references region (code),
    uscc          text        not null check (length(uscc) = 18),
    name          text        not null,
    name_key      text        not null,
    unit_code     text        references region (code),
    industry_code text        references industry (code),
    contact_name  text,
    contact_phone text,
    facts         jsonb       not null,
    import_id     uuid        not null,
    recorded_at   timestamptz not null,
    unique (region_code, uscc)
);
create index register_entry_import on register_entry (import_id);
comment on table register_entry is '企业名录：县里自己掌握的企业清单，由Excel导入';
comment on column register_entry.id is '编号';
comment on column register_entry.region_code is '所在县区划代码';
comment on column register_entry.uscc is '统一社会信用代码';
comment on column register_entry.name is '企业名称';
comment on column register_entry.name_key is '比对用名称';
comment on column register_entry.unit_code is '所在乡镇、街道、开发区';
comment on column register_entry.industry_code is '国民经济行业分类';
comment on column register_entry.contact_name is '联系人（加密）';
comment on column register_entry.contact_phone is '联系电话（加密）';
comment on column register_entry.facts is '名录其他各列的内容';
comment on column register_entry.import_id is '最近写入它的导入批次';
comment on column register_entry.recorded_at is '最近写入时间';

create view enterprise_reach as
    select id as enterprise_id, region_code, unit_code, uscc, name, industry_code, accepted_at from enterprise;
comment on view enterprise_reach is '供其他模块按范围筛选企业：所在县和现计入单位';
comment on column enterprise_reach.enterprise_id is '企业';
comment on column enterprise_reach.region_code is '所在县区划代码';
comment on column enterprise_reach.unit_code is '现计入的乡镇、街道、开发区';
comment on column enterprise_reach.uscc is '统一社会信用代码';
comment on column enterprise_reach.name is '名称';
comment on column enterprise_reach.industry_code is '国民经济行业分类';
comment on column enterprise_reach.accepted_at is '登记接受时间';

create view enterprise_member_reach as
    select person_id, enterprise_id, role, manager from membership
    where status = 'ACTIVE' and proof <> 'SELF_REPORTED';
comment on view enterprise_member_reach is '供其他模块按本人筛选企业：只含已确认的成员';
comment on column enterprise_member_reach.person_id is '人';
comment on column enterprise_member_reach.enterprise_id is '企业';
comment on column enterprise_member_reach.role is '身份：法人、财务、办事员';
comment on column enterprise_member_reach.manager is '是否企业管理员';
