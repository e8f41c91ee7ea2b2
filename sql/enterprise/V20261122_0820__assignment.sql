create table assignment_round (
    id          uuid        not null primary key,
    region_code text        not null references region (code),
    name        text        not null,
    document    text        not null,
    starts_on   date        not null,
    ends_on     date        check (ends_on >= starts_on),
    opened_by   uuid        not null,
    opened_at   timestamptz not null,
    unique (region_code, name)
);
revoke update, delete on assignment_round from ${runtime};
comment on table assignment_round is '服务专员名单的轮次：每一轮一份有日期的名单，各轮都保留';
comment on column assignment_round.id is '编号';
comment on column assignment_round.region_code is '所在县区划代码';
comment on column assignment_round.name is '轮次名称';
comment on column assignment_round.document is '依据的文件';
comment on column assignment_round.starts_on is '从哪天起';
comment on column assignment_round.ends_on is '到哪天止（含）；空为未定';
comment on column assignment_round.opened_by is '建立人';
comment on column assignment_round.opened_at is '建立时间';

create table assignment (
    id             uuid        not null primary key,
    region_code    text        not null references region (code),
    round_id       uuid        not null references assignment_round (id),
    enterprise_id  uuid        not null references enterprise (id),
    staff_id       uuid        not null references staff_account (id),
    kind           text        not null check (kind in ('SERVICE_COMMISSIONER', 'RESIDENT_COMMISSIONER')),
    main           boolean     not null,
    sending_office text,
    sending_unit   text,
    starts_on      date        not null,
    ends_on        date,
    assigned_by    uuid        not null,
    assigned_at    timestamptz not null,
    end_reason     text,
    ended_by       uuid,
    ended_at       timestamptz,
    version        int         not null,
    foreign key (region_code, sending_office) references office (region_code, code),
    check ((sending_office is null) <> (sending_unit is null)),
    check (ends_on >= starts_on - 1),
    check (ends_on is not null or ended_at is null),
    check ((ended_at is null) = (end_reason is null)),
    check ((ended_at is null) = (ended_by is null))
);
create unique index assignment_one_main on assignment (enterprise_id) where main and ends_on is null;
create unique index assignment_one_each on assignment (enterprise_id, staff_id) where ends_on is null;
create index assignment_of_enterprise on assignment (enterprise_id, starts_on);
create index assignment_of_staff on assignment (staff_id, enterprise_id);
create index assignment_of_round on assignment (round_id, id);
-- 过去的归属不改：只能写结束
revoke update, delete on assignment from ${runtime};
grant update (ends_on, end_reason, ended_by, ended_at, version) on assignment to ${runtime};
comment on table assignment is '谁在哪些日子帮包哪家企业；一家企业同一天只有一名主责专员';
comment on column assignment.id is '编号';
comment on column assignment.region_code is '所在县区划代码';
comment on column assignment.round_id is '所属轮次';
comment on column assignment.enterprise_id is '企业';
comment on column assignment.staff_id is '专员的工作账号';
comment on column assignment.kind is '类别：助企服务专员、驻企特派员';
comment on column assignment.main is '是否主责';
comment on column assignment.sending_office is '派出单位代码；不在责任单位里的为空';
comment on column assignment.sending_unit is '派出单位名称；在责任单位里的为空';
comment on column assignment.starts_on is '从哪天起';
comment on column assignment.ends_on is '到哪天止（含）；空为未定；早于起始日的为从未生效';
comment on column assignment.assigned_by is '指派人';
comment on column assignment.assigned_at is '指派时间';
comment on column assignment.end_reason is '结束原因；空为未结束或按轮次到期';
comment on column assignment.ended_by is '办理结束的人';
comment on column assignment.ended_at is '办理结束的时间';
comment on column assignment.version is '版本号';

create view enterprise_assignment_reach as
    select staff_id, enterprise_id, region_code, kind, main, starts_on, ends_on from assignment;
comment on view enterprise_assignment_reach is '供其他模块按专员筛选企业：哪些日子归谁';
comment on column enterprise_assignment_reach.staff_id is '专员的工作账号';
comment on column enterprise_assignment_reach.enterprise_id is '企业';
comment on column enterprise_assignment_reach.region_code is '所在县区划代码';
comment on column enterprise_assignment_reach.kind is '类别：助企服务专员、驻企特派员';
comment on column enterprise_assignment_reach.main is '是否主责';
comment on column enterprise_assignment_reach.starts_on is '从哪天起';
comment on column enterprise_assignment_reach.ends_on is '到哪天止（含）；空为未定';
