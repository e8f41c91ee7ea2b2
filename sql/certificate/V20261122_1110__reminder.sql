alter table certificate add column reminded_at timestamptz;
comment on column certificate.reminded_at is '提醒企业将要到期的时间';
create index certificate_reminding on certificate (valid_until, id) where status = 'VERIFIED' and reminded_at is null;
