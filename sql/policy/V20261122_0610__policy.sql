create table policy (
    id               uuid        not null primary key,
    region_code      text        not null,
    lineage          uuid        not null,
    edition          int         not null check (edition >= 1),
    status           text        not null check (status in ('DRAFT', 'PUBLISHED', 'WITHDRAWN', 'REPLACED')),
    particulars      jsonb       not null,
    audience         jsonb       not null,
    source           text        not null,
    replaced_by      uuid references policy (id),
    withdrawn_reason text,
    published_at     timestamptz,
    published_by     uuid,
    ended_at         timestamptz,
    pack             text,
    created_at       timestamptz not null,
    version          int         not null,
    unique (lineage, edition),
    check ((status = 'DRAFT') = (published_at is null)),
    check ((status in ('WITHDRAWN', 'REPLACED')) = (ended_at is not null)),
    check ((status = 'REPLACED') = (replaced_by is not null)),
    check ((status = 'WITHDRAWN') = (withdrawn_reason is not null)),
    unique (pack, edition)
);
create unique index policy_one_draft on policy (lineage) where status = 'DRAFT';
create unique index policy_one_current on policy (lineage) where status = 'PUBLISHED';
create index policy_of_region on policy (region_code, published_at desc, id desc) where status <> 'DRAFT';
create index policy_desk on policy (region_code, id desc);
comment on table policy is '政策：一行是一个版本，发布后内容不再改动，替代时另起一版';
comment on column policy.id is '编号';
comment on column policy.region_code is '政策所属区划代码（省、市或县）';
comment on column policy.lineage is '同一政策各版本共用的编号';
comment on column policy.edition is '第几版';
comment on column policy.status is '状态：草稿、已发布、已撤回、已被替代';
comment on column policy.particulars is '文件要素：种类、标题、文号、发文机关和各项日期，原件未载的为空';
comment on column policy.audience is '发送范围：区划、行业、企业事实';
comment on column policy.source is '全文';
comment on column policy.replaced_by is '替代它的版本';
comment on column policy.withdrawn_reason is '撤回原因';
comment on column policy.published_at is '发布时间';
comment on column policy.published_by is '发布人；随区域包导入的为空';
comment on column policy.ended_at is '撤回或被替代的时间';
comment on column policy.pack is '来自哪个区域包的哪个文件；人工录入的为空';
comment on column policy.created_at is '建立时间';
comment on column policy.version is '版本号（并发控制）';

create table policy_part (
    policy_id   uuid not null references policy (id),
    seq         int  not null,
    region_code text not null,
    ref         text not null,
    kind        text not null check (kind in ('CLAUSE', 'DUTY', 'TABLE_HEAD', 'TABLE_ROW', 'NOTE')),
    level       int  not null,
    path        text not null,
    heading     text not null,
    body        text not null,
    primary key (policy_id, seq),
    unique (policy_id, ref)
);
comment on table policy_part is '政策条款：可以单独引用的各部分，按顺序连起来就是全文';
comment on column policy_part.policy_id is '政策';
comment on column policy_part.seq is '顺序';
comment on column policy_part.region_code is '政策所属区划代码';
comment on column policy_part.ref is '条款号，如“二（一）1”';
comment on column policy_part.kind is '种类：条款、责任单位、表头、表行、整理说明';
comment on column policy_part.level is '层级';
comment on column policy_part.path is '上级标题';
comment on column policy_part.heading is '标题';
comment on column policy_part.body is '正文';

create table policy_search (
    policy_id   uuid   not null references policy (id),
    seq         int    not null,
    region_code text   not null,
    folded      text   not null,
    pairs       text[] not null,
    primary key (policy_id, seq)
);
create index policy_search_pairs on policy_search using gin (pairs);
comment on table policy_search is '政策检索：标题（顺序0）和每个条款的相邻两字';
comment on column policy_search.policy_id is '政策';
comment on column policy_search.seq is '条款顺序，0为标题';
comment on column policy_search.region_code is '政策所属区划代码';
comment on column policy_search.folded is '去掉标点、统一全半角和大小写的文字';
comment on column policy_search.pairs is '相邻两字的集合';

create table policy_receipt (
    policy_id   uuid        not null references policy (id),
    person_id   uuid        not null,
    region_code text        not null,
    read_at     timestamptz not null,
    primary key (policy_id, person_id)
);
comment on table policy_receipt is '已读：谁在什么时候读过哪一版政策';
comment on column policy_receipt.policy_id is '政策';
comment on column policy_receipt.person_id is '读的人';
comment on column policy_receipt.region_code is '政策所属区划代码';
comment on column policy_receipt.read_at is '第一次读的时间';
