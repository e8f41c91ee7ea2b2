-- 起草的人提交，另一个人签发
alter table policy
    add column submitted_by    uuid,
    add column submitted_at    timestamptz,
    add column returned_by     uuid,
    add column returned_reason text,
    add constraint policy_submitted check ((submitted_by is null) = (submitted_at is null)),
    add constraint policy_returned check ((returned_by is null) = (returned_reason is null)),
    add constraint policy_two_persons check (published_by <> submitted_by);
create index policy_awaiting on policy (region_code, id desc) where status = 'DRAFT' and submitted_at is not null;
comment on column policy.submitted_by is '提交签发的人；随区域包导入的为空';
comment on column policy.submitted_at is '提交签发的时间；提交以后内容又改了的，要重新提交';
comment on column policy.returned_by is '退回修改的人';
comment on column policy.returned_reason is '退回修改的原因；再提交就不再显示';
comment on column policy.published_by is '签发的人，不能是提交的人；随区域包导入的为空';
