create table acting_commissioner (
    id          uuid        not null primary key,
    region_code text        not null references region (code),
    unit_code   text references region (code),
    absent_id   uuid        not null references staff_account (id),
    acting_id   uuid        not null references staff_account (id),
    starts_on   date        not null,
    ends_on     date        not null,
    reason      text        not null,
    arranged_by uuid        not null,
    arranged_at timestamptz not null,
    ended_by    uuid,
    ended_at    timestamptz,
    version     int         not null,
    check (absent_id <> acting_id),
    check (ends_on >= starts_on - 1),
    check ((ended_by is null) = (ended_at is null))
);
create index acting_of_absent on acting_commissioner (absent_id, starts_on);
create index acting_of_acting on acting_commissioner (acting_id, starts_on);
create index acting_of_county on acting_commissioner (region_code, id desc);
-- 已经代过的日子不改：只能提前结束
revoke update, delete on acting_commissioner from ${runtime};
grant update (ends_on, ended_by, ended_at, version) on acting_commissioner to ${runtime};
comment on table acting_commissioner is '代班：专员不在的日子由谁代，代班人只在这些日子看得到、记得了他帮包的企业';
comment on column acting_commissioner.id is '编号';
comment on column acting_commissioner.region_code is '所在县区划代码';
comment on column acting_commissioner.unit_code is '只代这个乡镇、街道、开发区的企业；空为全部';
comment on column acting_commissioner.absent_id is '不在的专员';
comment on column acting_commissioner.acting_id is '代班的专员';
comment on column acting_commissioner.starts_on is '从哪天起';
comment on column acting_commissioner.ends_on is '到哪天止（含）；早于起始日的为没有代过';
comment on column acting_commissioner.reason is '原因';
comment on column acting_commissioner.arranged_by is '安排的人';
comment on column acting_commissioner.arranged_at is '安排的时间';
comment on column acting_commissioner.ended_by is '提前结束的人';
comment on column acting_commissioner.ended_at is '提前结束的时间';
comment on column acting_commissioner.version is '版本号';

create or replace view enterprise_assignment_reach as
    select staff_id, enterprise_id, region_code, kind, main, starts_on, ends_on, null::uuid as acting_for
    from assignment
    union all
    select c.acting_id, a.enterprise_id, a.region_code, a.kind, a.main, greatest(a.starts_on, c.starts_on),
        least(a.ends_on, c.ends_on), c.absent_id
    from acting_commissioner c
    join assignment a on a.staff_id = c.absent_id and a.starts_on <= c.ends_on
        and (a.ends_on is null or a.ends_on >= greatest(a.starts_on, c.starts_on))
    join enterprise e on e.id = a.enterprise_id
    where c.ends_on >= c.starts_on and (c.unit_code is null or e.unit_code = c.unit_code);
comment on view enterprise_assignment_reach is '供其他模块按专员筛选企业：哪些日子归谁，代班的日子归代班人；同一天可能两行';
comment on column enterprise_assignment_reach.acting_for is '替谁代班；空为本人帮包';
