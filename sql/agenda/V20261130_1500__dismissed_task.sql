create index agenda_task_dismissed on agenda_task (region_code, closed_at desc, id desc) where closing = 'DISMISSED';
create index agenda_task_dismissed_subject on agenda_task (subject_id, closed_at desc, id desc) where closing = 'DISMISSED';

create view agenda_dismissed_task as
    select id, region_code, rule, subject_id, title, opens_on, due_on, closed_at, reason, dismissed_by
    from agenda_task where closing = 'DISMISSED';
comment on view agenda_dismissed_task is '供其他模块按范围查有人写明原因不再提示的待办';
comment on column agenda_dismissed_task.id is '编号';
comment on column agenda_dismissed_task.region_code is '所在县区划代码';
comment on column agenda_dismissed_task.rule is '规则';
comment on column agenda_dismissed_task.subject_id is '企业';
comment on column agenda_dismissed_task.title is '要做什么';
comment on column agenda_dismissed_task.opens_on is '从哪天起';
comment on column agenda_dismissed_task.due_on is '最好在哪天之前做；空为没有写明';
comment on column agenda_dismissed_task.closed_at is '什么时候写明的';
comment on column agenda_dismissed_task.reason is '不再提示的原因';
comment on column agenda_dismissed_task.dismissed_by is '写明原因的人';
