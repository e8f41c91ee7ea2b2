create table stored_file (
    id           uuid        not null primary key,
    region_code  text        not null references region (code),
    purpose      text        not null check (purpose in ('CERTIFICATE', 'LICENCE')),
    uploader     uuid        not null,
    name         text        not null check (length(name) <= 120),
    kind         text        not null check (kind in ('JPEG', 'PNG', 'PDF')),
    size         bigint      not null check (size > 0),
    upload_key   text        not null unique,
    opened_at    timestamptz not null,
    state        text        not null check (state in ('AWAITED', 'COMMITTED', 'REFUSED')),
    refusal      text,
    object_key   text        unique,
    stored_size  bigint,
    sha256       text        check (sha256 ~ '^[0-9a-f]{64}$'),
    settled_at   timestamptz,
    owner        uuid,
    kept_until   timestamptz,
    version      int         not null,
    check ((state = 'AWAITED') = (settled_at is null)),
    check ((state = 'REFUSED') = (refusal is not null)),
    check ((state = 'COMMITTED') = (object_key is not null and stored_size is not null and sha256 is not null)),
    check (owner is null or state = 'COMMITTED'),
    check ((owner is null) = (kept_until is not null))
);
create index stored_file_owner on stored_file (owner, id) where owner is not null;
create index stored_file_kept_until on stored_file (kept_until) where kept_until is not null;
comment on table stored_file is '上传的文件：通过检查的才算数，一律不公开';
comment on column stored_file.id is '编号';
comment on column stored_file.region_code is '所属县区划代码';
comment on column stored_file.purpose is '用途：CERTIFICATE 证书影像，LICENCE 营业执照照片';
comment on column stored_file.uploader is '上传的账号';
comment on column stored_file.name is '上传时的文件名，只用于显示和下载';
comment on column stored_file.kind is '文件类型';
comment on column stored_file.size is '申请上传时的字节数';
comment on column stored_file.upload_key is '上传到的位置，检查后即删除';
comment on column stored_file.opened_at is '申请上传时间';
comment on column stored_file.state is '状态：AWAITED 待上传，COMMITTED 已确认，REFUSED 已拒绝';
comment on column stored_file.refusal is '拒绝原因';
comment on column stored_file.object_key is '检查后保存的位置，上传表单写不到';
comment on column stored_file.stored_size is '保存的字节数';
comment on column stored_file.sha256 is '保存内容的SHA-256';
comment on column stored_file.settled_at is '确认或拒绝时间';
comment on column stored_file.owner is '所属事项的编号，例如证书；空为还没有归属';
comment on column stored_file.kept_until is '没有归属的保留到什么时候，过后清理';
comment on column stored_file.version is '版本，防止同时修改';

create table doomed_object (
    object_key  text        not null primary key,
    region_code text        not null,
    due_at      timestamptz not null
);
create index doomed_object_due on doomed_object (due_at);
comment on table doomed_object is '待删除的对象：到时候从对象存储里删掉';
comment on column doomed_object.object_key is '对象位置';
comment on column doomed_object.region_code is '所属县区划代码';
comment on column doomed_object.due_at is '什么时候删除';
