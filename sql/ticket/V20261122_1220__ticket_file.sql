alter table ticket_setting add column max_files int not null default 9 check (max_files between 0 and 20);
comment on column ticket_setting.max_files is '诉求和每一步办理至多附几个文件，0 为不收';

create table ticket_file (
    file_id      uuid        not null primary key,
    region_code  text        not null,
    ticket_id    uuid        not null,
    seq          int         not null,
    name         text        not null,
    content_type text        not null,
    size         bigint      not null,
    sent_at      timestamptz not null,
    foreign key (ticket_id, seq) references ticket_event (ticket_id, seq)
);
create index ticket_file_hop on ticket_file (ticket_id, seq, file_id);
revoke update, delete on ticket_file from ${runtime};
comment on table ticket_file is '诉求材料和办理佐证：附在办理过程的哪一步，只能增加';
comment on column ticket_file.file_id is '文件';
comment on column ticket_file.region_code is '所在县区划代码';
comment on column ticket_file.ticket_id is '诉求';
comment on column ticket_file.seq is '附在第几步，提出诉求为1';
comment on column ticket_file.name is '文件名，与文件记录一致';
comment on column ticket_file.content_type is '文件类型，与文件记录一致';
comment on column ticket_file.size is '字节数，与文件记录一致';
comment on column ticket_file.sent_at is '附上的时间；提出后补交的晚于提出时间';
