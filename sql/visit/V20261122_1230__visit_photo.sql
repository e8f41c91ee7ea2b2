alter table visit_setting add column photos boolean not null default false;
comment on column visit_setting.photos is '是否收走访照片，默认不收；收也不是必须，不作为考核依据';

create table visit_photo (
    file_id     uuid        not null primary key,
    region_code text        not null,
    visit_id    uuid        not null references visit (id),
    sent_at     timestamptz not null
);
create index visit_photo_visit on visit_photo (visit_id, sent_at);
comment on table visit_photo is '走访照片：可有可无，一次走访至多3张，只有本人交';
comment on column visit_photo.file_id is '文件';
comment on column visit_photo.region_code is '所在县区划代码';
comment on column visit_photo.visit_id is '走访';
comment on column visit_photo.sent_at is '送达时间（服务器时间）';
