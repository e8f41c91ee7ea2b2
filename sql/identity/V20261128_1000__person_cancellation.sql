-- 注销的小程序用户：抹去微信标识和手机号，留下编号，审计和办理经过里的“谁”仍然对得上
alter table person
    alter column openid drop not null,
    alter column openid_index drop not null,
    add column cancelled_at timestamptz,
    add check ((openid is null) = (openid_index is null)),
    add check ((cancelled_at is null) = (openid is not null)),
    add check (cancelled_at is null or phone is null);
comment on column person.openid is '微信小程序用户标识（加密），注销后抹去';
comment on column person.openid_index is '用户标识盲索引：一个微信用户一行，注销后抹去';
comment on column person.phone is '手机号（加密），空为还没有授权或已经注销';
comment on column person.cancelled_at is '注销时间，空为没有注销';
