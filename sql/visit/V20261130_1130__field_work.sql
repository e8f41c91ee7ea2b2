-- 承诺可以转为诉求，只转一次
alter table promise add column ticket_id uuid references ticket (id);
alter table promise add column ticket_number text;
alter table promise add constraint promise_ticket_named check ((ticket_id is null) = (ticket_number is null));
comment on column promise.ticket_id is '由这项承诺转成的诉求；空为没有转';
comment on column promise.ticket_number is '诉求编号';
create index promise_ledger on promise (region_code, due_on, id);
create index promise_settled on promise (region_code, settled_on) where settled_on is not null;

-- 同一项承诺在两处登记了不同的结果：都留着，由人定
create table promise_claim (
    id          uuid        not null primary key,
    promise_id  uuid        not null references promise (id),
    region_code text        not null,
    kept        boolean     not null,
    settled_on  date        not null,
    note        text        not null,
    claimed_by  uuid        not null,
    claimed_at  timestamptz not null,
    decided_by  uuid,
    decided_at  timestamptz,
    check ((decided_by is null) = (decided_at is null))
);
create index promise_claim_open on promise_claim (promise_id, claimed_at) where decided_at is null;
revoke delete on promise_claim from ${runtime};
comment on table promise_claim is '与已登记的结果不一样的说法：先到的算数，后到的留在这里，由人看过再定';
comment on column promise_claim.id is '编号';
comment on column promise_claim.promise_id is '承诺';
comment on column promise_claim.region_code is '所在县区划代码';
comment on column promise_claim.kept is '说兑现没有';
comment on column promise_claim.settled_on is '说是哪天';
comment on column promise_claim.note is '说明';
comment on column promise_claim.claimed_by is '谁说的';
comment on column promise_claim.claimed_at is '什么时候说的';
comment on column promise_claim.decided_by is '谁定的；空为还没有定';
comment on column promise_claim.decided_at is '定的时间';

-- 走访听到的问题可以指明是已有的哪件诉求
alter table visit_problem drop constraint visit_problem_ticket_id_key;
alter table visit_problem add column known boolean not null default false;
comment on column visit_problem.known is '是不是当时已有的诉求';
create unique index visit_problem_raised on visit_problem (ticket_id) where not known;
create index visit_problem_ticket on visit_problem (ticket_id);

-- 一条走访从几部手机来的各稿
create table visit_telling (
    visit_id      uuid        not null references visit (id),
    device        uuid        not null,
    revision      int         not null check (revision > 0),
    base          int         not null check (base >= 0 and base < revision),
    region_code   text        not null,
    content       text        not null,
    content_index text        not null,
    arrived_at    timestamptz not null,
    primary key (visit_id, device, revision)
);
revoke update, delete on visit_telling from ${runtime};
comment on table visit_telling is '走访的各稿：几部手机改得不一样的，哪一稿也不丢，由本人核对';
comment on column visit_telling.visit_id is '走访';
comment on column visit_telling.device is '哪部手机（小程序装好时自己编的号）';
comment on column visit_telling.revision is '稿次';
comment on column visit_telling.base is '在哪一稿上改的；新的为 0';
comment on column visit_telling.region_code is '所在县区划代码';
comment on column visit_telling.content is '整稿内容（加密）';
comment on column visit_telling.content_index is '内容的盲索引';
comment on column visit_telling.arrived_at is '送达时间（服务器时间）';

alter table visit add column disputed boolean not null default false;
comment on column visit.disputed is '几部手机改得不一样，还没有核对';

-- 无事不扰、回访的设置
alter table visit_setting add column visits_per_month int check (visits_per_month between 1 and 31);
alter table visit_setting add column near_days int not null default 7 check (near_days between 0 and 60);
alter table visit_setting add column postpone_days int not null default 30 check (postpone_days between 1 and 180);
alter table visit_setting add column callback_percent int not null default 10 check (callback_percent between 0 and 100);
comment on column visit_setting.visits_per_month is '一家企业一个月内各部门合计最多去几天；空为不限';
comment on column visit_setting.near_days is '两次上门相隔多少天以内提示联合走访';
comment on column visit_setting.postpone_days is '企业改期最多往后多少天';
comment on column visit_setting.callback_percent is '走访后随机抽多少（百分之）回访';

-- 走访日程：各部门的上门计划
create table visit_plan (
    id             uuid        not null primary key,
    region_code    text        not null references region (code),
    enterprise_id  uuid        not null references enterprise (id),
    planned_on     date        not null,
    purpose        text        not null,
    department     text        not null,
    office         text,
    planner_id     uuid        not null references staff_account (id),
    joint_with     uuid references visit_plan (id),
    status         text        not null check (status in ('PLANNED', 'CANCELLED')),
    first_on       date        not null,
    postponed_at   timestamptz,
    postponed_note text,
    made_at        timestamptz not null,
    cancelled_at   timestamptz,
    version        int         not null,
    check ((postponed_at is null) = (postponed_note is null)),
    check ((status = 'CANCELLED') = (cancelled_at is not null))
);
create index visit_plan_day on visit_plan (region_code, planned_on, id);
create index visit_plan_enterprise on visit_plan (enterprise_id, planned_on, id);
create index visit_plan_planner on visit_plan (planner_id, planned_on, id);
revoke delete on visit_plan from ${runtime};
comment on table visit_plan is '走访日程：哪个部门哪天打算去哪家企业';
comment on column visit_plan.id is '编号';
comment on column visit_plan.region_code is '所在县区划代码';
comment on column visit_plan.enterprise_id is '企业';
comment on column visit_plan.planned_on is '打算哪天去；企业改期后为改到的日期';
comment on column visit_plan.purpose is '去做什么';
comment on column visit_plan.department is '哪个部门（单位）去';
comment on column visit_plan.office is '责任单位代码；不是责任单位的为空';
comment on column visit_plan.planner_id is '安排的人';
comment on column visit_plan.joint_with is '与哪次一起去；空为单独去，或由别的一起来';
comment on column visit_plan.status is '状态：打算去、取消';
comment on column visit_plan.first_on is '最初安排的日期';
comment on column visit_plan.postponed_at is '企业改期的时间；空为没有改过';
comment on column visit_plan.postponed_note is '企业改期的原因';
comment on column visit_plan.made_at is '安排的时间';
comment on column visit_plan.cancelled_at is '取消的时间';
comment on column visit_plan.version is '版本号';

-- 回访
create table visit_callback (
    visit_id    uuid        not null primary key references visit (id),
    region_code text        not null,
    drawn_at    timestamptz not null,
    reached     boolean,
    came        boolean,
    useful      boolean,
    note        text,
    called_by   uuid,
    called_at   timestamptz,
    check ((called_at is null) = (called_by is null)),
    check ((called_at is null) = (reached is null)),
    check ((reached is not distinct from true) = (came is not null)),
    check ((came is not distinct from true) = (useful is not null))
);
create index visit_callback_open on visit_callback (region_code, drawn_at, visit_id) where called_at is null;
create index visit_callback_drawn on visit_callback (region_code, drawn_at desc, visit_id desc);
revoke delete on visit_callback from ${runtime};
comment on table visit_callback is '走访后随机抽中要回访的：打电话问企业，不看定位和照片';
comment on column visit_callback.visit_id is '走访';
comment on column visit_callback.region_code is '所在县区划代码';
comment on column visit_callback.drawn_at is '抽中的时间';
comment on column visit_callback.reached is '联系上没有；空为还没有打';
comment on column visit_callback.came is '企业说来过没有';
comment on column visit_callback.useful is '企业说有用没有';
comment on column visit_callback.note is '企业说的话';
comment on column visit_callback.called_by is '谁打的';
comment on column visit_callback.called_at is '什么时候打的';
