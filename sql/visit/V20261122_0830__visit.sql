create table visit_setting (
    region_code text    not null primary key,
    place       boolean not null,
    edit_hours  int     not null check (edit_hours between 0 and 720),
    oldest_days int     not null check (oldest_days between 1 and 366),
    label       text    not null
);
comment on table visit_setting is '走访的设置，由区域包导入';
comment on column visit_setting.region_code is '所在县区划代码，100000 为没有另行规定的各县';
comment on column visit_setting.place is '是否允许记录位置，默认不允许';
comment on column visit_setting.edit_hours is '送达后多少小时内可以修改';
comment on column visit_setting.oldest_days is '最多补记多少天以前的走访';
comment on column visit_setting.label is '设置的来源，例如“默认，待县确认”';

create table visit (
    id             uuid        not null primary key,
    region_code    text        not null references region (code),
    author_id      uuid        not null references staff_account (id),
    client_id      uuid        not null,
    enterprise_id  uuid        not null references enterprise (id),
    visited_at     timestamptz not null,
    kind           text        not null check (kind in ('ON_SITE', 'PHONE', 'ONLINE')),
    said           text        not null,
    people         text,
    place          text,
    revision       int         not null check (revision > 0),
    content_index  text        not null,
    received_at    timestamptz not null,
    changed_at     timestamptz not null check (changed_at >= received_at),
    editable_until timestamptz not null check (editable_until >= received_at),
    version        int         not null,
    unique (author_id, client_id)
);
create index visit_author on visit (author_id, visited_at desc, id desc);
create index visit_enterprise on visit (enterprise_id, visited_at desc, id desc);
create index visit_region on visit (region_code, visited_at desc, id desc);
comment on table visit is '走访记录：手机上的一条只存一次';
comment on column visit.id is '编号';
comment on column visit.region_code is '所在县区划代码';
comment on column visit.author_id is '走访的专员';
comment on column visit.client_id is '手机端给出的编号，每人之内不重复';
comment on column visit.enterprise_id is '企业';
comment on column visit.visited_at is '走访时间（手机时间）';
comment on column visit.kind is '方式：实地、电话、线上';
comment on column visit.said is '谈了什么';
comment on column visit.people is '见到的人和职务（加密）；空为没有记';
comment on column visit.place is '位置（加密）；空为没有记，默认不允许记';
comment on column visit.revision is '手机端第几次改的内容，以最大的为准';
comment on column visit.content_index is '内容的盲索引，用来认出重复送来的同一份';
comment on column visit.received_at is '首次送达时间（服务器时间）';
comment on column visit.changed_at is '最近一次改动时间（服务器时间）';
comment on column visit.editable_until is '到何时止可以修改';
comment on column visit.version is '版本号';

create table visit_problem (
    visit_id      uuid not null references visit (id),
    client_id     uuid not null,
    region_code   text not null,
    ticket_id     uuid not null unique references ticket (id),
    ticket_number text not null,
    primary key (visit_id, client_id)
);
comment on table visit_problem is '走访中提出的问题和由此产生的诉求：一个问题只产生一件';
comment on column visit_problem.visit_id is '走访';
comment on column visit_problem.client_id is '手机端给出的问题编号';
comment on column visit_problem.region_code is '所在县区划代码';
comment on column visit_problem.ticket_id is '诉求';
comment on column visit_problem.ticket_number is '诉求编号';

create table promise (
    id            uuid        not null primary key,
    region_code   text        not null,
    visit_id      uuid        not null references visit (id),
    enterprise_id uuid        not null references enterprise (id),
    client_id     uuid        not null,
    promised_by   text        not null check (promised_by in ('COMMISSIONER', 'OFFICE', 'ENTERPRISE')),
    office        text,
    what          text        not null,
    due_on        date        not null,
    status        text        not null check (status in ('OPEN', 'KEPT', 'BROKEN')),
    settled_on    date,
    note          text,
    settled_by    uuid,
    settled_at    timestamptz,
    version       int         not null,
    unique (visit_id, client_id),
    check ((promised_by = 'OFFICE') = (office is not null)),
    check ((status = 'OPEN') = (settled_on is null)),
    check ((status = 'OPEN') = (note is null)),
    check ((status = 'OPEN') = (settled_by is null)),
    check ((status = 'OPEN') = (settled_at is null))
);
create index promise_open on promise (enterprise_id, due_on, id) where status = 'OPEN';
comment on table promise is '走访中的承诺：谁、什么事、到哪天，兑现没有';
comment on column promise.id is '编号';
comment on column promise.region_code is '所在县区划代码';
comment on column promise.visit_id is '走访';
comment on column promise.enterprise_id is '企业';
comment on column promise.client_id is '手机端给出的承诺编号';
comment on column promise.promised_by is '谁承诺的：专员、部门、企业';
comment on column promise.office is '部门名称；不是部门承诺的为空';
comment on column promise.what is '承诺什么事';
comment on column promise.due_on is '到哪天（含）';
comment on column promise.status is '状态：未到结果、已兑现、未兑现';
comment on column promise.settled_on is '哪天兑现的，或哪天认定未兑现';
comment on column promise.note is '说明';
comment on column promise.settled_by is '登记结果的人';
comment on column promise.settled_at is '登记结果的时间';
comment on column promise.version is '版本号';

create table visit_echo (
    visit_id    uuid        not null primary key references visit (id),
    region_code text        not null,
    person_id   uuid        not null,
    came        boolean     not null,
    useful      boolean     not null check (came or not useful),
    given_at    timestamptz not null
);
revoke update, delete on visit_echo from ${runtime};
comment on table visit_echo is '企业对一次走访的回应：来过没有、有用没有，只能点一次';
comment on column visit_echo.visit_id is '走访';
comment on column visit_echo.region_code is '所在县区划代码';
comment on column visit_echo.person_id is '企业的谁点的';
comment on column visit_echo.came is '来过没有';
comment on column visit_echo.useful is '有用没有';
comment on column visit_echo.given_at is '回应时间';
