alter table event_publication
    add column last_error  text check (length(last_error) <= 200),
    add column next_try_at timestamptz,
    add column dead_since  timestamptz;
comment on column event_publication.last_error is '最近一次出错的种类，只记类名；空为没有出错或办理中断';
comment on column event_publication.next_try_at is '下次重试不早于；空为尽快';
comment on column event_publication.dead_since is '停止自动重试的时间；空为还在重试';
