-- 发给一家企业的政策，新发布的在前，一页一页读
create index policy_published on policy (published_at desc, id desc);
