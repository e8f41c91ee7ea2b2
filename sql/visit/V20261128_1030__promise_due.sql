-- 全县未到结果的承诺，先到期的在前，一页一页读
create index promise_due on promise (due_on, id) where status = 'OPEN';
