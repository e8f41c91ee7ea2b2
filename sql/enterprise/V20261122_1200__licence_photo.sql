create table licence_photo (
    id              uuid        not null primary key,
    region_code     text        not null references region (code),
    registration_id uuid        unique references registration (id),
    membership_id   uuid        unique references membership (id),
    file_id         uuid        not null unique,
    sent_at         timestamptz not null,
    opened_by       uuid,
    opened_at       timestamptz,
    check (registration_id is not null or membership_id is not null),
    check ((opened_by is null) = (opened_at is null))
);
comment on table licence_photo is '营业执照照片：登记待核实的，或自报的成员自愿交来请核对的；一条登记、一位成员至多一张';
comment on column licence_photo.id is '编号，也是文件的归属';
comment on column licence_photo.region_code is '所在县区划代码';
comment on column licence_photo.registration_id is '随哪条登记交来；不是随登记交来的为空';
comment on column licence_photo.membership_id is '证明哪位成员；登记还没有接受的为空';
comment on column licence_photo.file_id is '照片，换了照片就换';
comment on column licence_photo.sent_at is '这张照片的提交时间';
comment on column licence_photo.opened_by is '最近打开这张照片核对的工作人员';
comment on column licence_photo.opened_at is '打开核对的时间';
