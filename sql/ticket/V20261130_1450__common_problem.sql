create table common_problem (
    id          uuid        not null primary key,
    region_code text        not null references region (code),
    category    text        not null,
    title       text        not null,
    summary     text        not null,
    office      text        not null,
    created_by  uuid        not null,
    created_at  timestamptz not null,
    foreign key (region_code, office) references office (region_code, code)
);
create index common_problem_region on common_problem (region_code, created_at desc, id desc);
create index common_problem_office on common_problem (region_code, office, created_at desc, id desc);
comment on table common_problem is '共性问题：几家企业的同一个问题，由一个单位一并办理、一次答复；各件诉求的编号、期限和企业确认仍各归各';
comment on column common_problem.id is '编号（内部）';
comment on column common_problem.region_code is '所在县区划代码';
comment on column common_problem.category is '类别代码';
comment on column common_problem.title is '标题，由台账单位写，别的企业看得到，不写企业名称';
comment on column common_problem.summary is '共同的情况，由台账单位写，别的企业看得到';
comment on column common_problem.office is '承办单位代码';
comment on column common_problem.created_by is '谁合并的';
comment on column common_problem.created_at is '合并的时间';

alter table ticket add column common_problem uuid references common_problem (id);
create index ticket_common_problem on ticket (common_problem) where common_problem is not null;
create index ticket_alike on ticket (region_code, category, created_at desc, id desc) where status <> 'CLOSED';
comment on column ticket.common_problem is '并入的共性问题';
