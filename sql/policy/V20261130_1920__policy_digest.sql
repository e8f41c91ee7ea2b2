create table policy_digest (
    region_code text        not null references region (code),
    week        date        not null,
    last_person uuid,
    finished_at timestamptz,
    primary key (region_code, week)
);
comment on table policy_digest is '每周与您有关：各县这一周发到哪里了，中断以后接着发';
comment on column policy_digest.region_code is '县区划代码';
comment on column policy_digest.week is '这一周的星期一';
comment on column policy_digest.last_person is '已经发到的人；按编号依次';
comment on column policy_digest.finished_at is '发完的时间';
