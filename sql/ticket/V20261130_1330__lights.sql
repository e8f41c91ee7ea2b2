create table ticket_light (
    ticket_id   uuid          not null references ticket (id),
    step_no     int           not null,
    region_code text          not null,
    marks       timestamptz[] not null,
    lights      text[]        not null,
    given       int           not null check (given between 0 and cardinality(marks)),
    level       int           not null check (level between 0 and given),
    next_at     timestamptz,
    primary key (ticket_id, step_no),
    foreign key (ticket_id, step_no) references ticket_step (ticket_id, no),
    check (cardinality(marks) = cardinality(lights))
);
create index ticket_light_next on ticket_light (region_code, next_at, ticket_id, step_no) where next_at is not null;
comment on table ticket_light is '每个期限的黄灯、红灯、督办：什么时候该亮、亮到第几级；只有下一级的时间建索引';
comment on column ticket_light.ticket_id is '诉求';
comment on column ticket_light.step_no is '第几个期限';
comment on column ticket_light.region_code is '所在县区划代码';
comment on column ticket_light.marks is '各级该亮的时间，由先到后';
comment on column ticket_light.lights is '各级是什么：YELLOW 黄灯，RED 红灯，SUPERVISE 督办，REMIND 提醒';
comment on column ticket_light.given is '已经提醒过几级，每级一次';
comment on column ticket_light.level is '现在亮到第几级，期限延后的会退回';
comment on column ticket_light.next_at is '下一级的时间，空为不再提醒或期限不在计算';

create table ticket_warning (
    ticket_id   uuid        not null references ticket (id),
    step_no     int         not null,
    light       text        not null check (light in ('YELLOW', 'RED', 'SUPERVISE', 'REMIND')),
    region_code text        not null,
    recipient   text        check (recipient in ('PERSON', 'HEAD', 'LEADER')),
    at          timestamptz not null,
    primary key (ticket_id, step_no, light)
);
revoke update, delete on ticket_warning from ${runtime};
comment on table ticket_warning is '亮过的灯，每个期限每级一次，只能增加';
comment on column ticket_warning.ticket_id is '诉求';
comment on column ticket_warning.step_no is '第几个期限';
comment on column ticket_warning.light is '哪一级';
comment on column ticket_warning.region_code is '所在县区划代码';
comment on column ticket_warning.recipient is '提醒谁：PERSON 经办人，HEAD 单位负责人，LEADER 分管领导；空为照办理身份提醒';
comment on column ticket_warning.at is '时间';

create table ticket_escalation_contact (
    region_code text not null,
    office      text not null,
    head        uuid,
    leader      uuid,
    primary key (region_code, office),
    foreign key (region_code, office) references office (region_code, code)
);
comment on table ticket_escalation_contact is '各责任单位的负责人和分管领导，红灯和督办提醒他们；没有设置的，提醒本单位全体经办人、全体领导账号';
comment on column ticket_escalation_contact.region_code is '所在县区划代码';
comment on column ticket_escalation_contact.office is '责任单位代码';
comment on column ticket_escalation_contact.head is '单位负责人的账号';
comment on column ticket_escalation_contact.leader is '分管领导的账号';

-- running deadlines of before: what was escalated stays so, the rest is pressed when it is over
insert into ticket_light (ticket_id, step_no, region_code, marks, lights, given, level, next_at)
select s.ticket_id, s.no, s.region_code, array[s.due_at],
    array[case when s.kind in ('CONFIRM', 'REVIEW') then 'REMIND' else 'SUPERVISE' end],
    (s.escalated_at is not null)::int, (s.escalated_at is not null)::int,
    case when s.escalated_at is null then s.due_at end
from ticket_step s
join ticket t on t.id = s.ticket_id
where s.met_at is null
  and s.no = (select max(l.no) from ticket_step l where l.ticket_id = s.ticket_id and l.kind = s.kind)
  and s.kind = any (case t.status when 'ANSWERED' then array['CONFIRM'] when 'SUSPENDED' then array['REVIEW']
    when 'CLOSED' then array[]::text[] else array['ACCEPT', 'REPLY', 'SOLVE'] end);

insert into ticket_warning (ticket_id, step_no, light, region_code, at)
select l.ticket_id, l.step_no, l.lights[1], l.region_code, s.escalated_at
from ticket_light l join ticket_step s on s.ticket_id = l.ticket_id and s.no = l.step_no
where s.escalated_at is not null;

drop index ticket_escalation;
comment on column ticket.next_escalation_at is '不再使用，见 ticket_light';
