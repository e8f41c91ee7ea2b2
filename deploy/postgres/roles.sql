-- 以超级用户在业务库内执行一次，可重复执行：建属主账号（迁移用）和运行账号（应用用）。
-- 口令另行设置：alter role qihang_owner password '…'; alter role qihang_app password '…';
do $$
begin
    if not exists (select from pg_roles where rolname = 'qihang_owner') then
        create role qihang_owner login nosuperuser nocreatedb nocreaterole;
    end if;
    if not exists (select from pg_roles where rolname = 'qihang_app') then
        create role qihang_app login nosuperuser nocreatedb nocreaterole;
    end if;
end
$$;
revoke create on schema public from public;
grant usage, create on schema public to qihang_owner;
grant usage on schema public to qihang_app;
