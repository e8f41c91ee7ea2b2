-- 账号列表按登录名开头、按完整姓名查找
alter table staff_account add column name_index text;
comment on column staff_account.name_index is '姓名盲索引：只能按完整姓名查找；空为还没有补上';
create index staff_account_login_prefix on staff_account (region_code, login_name text_pattern_ops);
create index staff_account_name_index on staff_account (name_index);
