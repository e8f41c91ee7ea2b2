create table ticket_content_check (
    id          uuid        not null primary key,
    region_code text        not null,
    ticket_id   uuid        not null,
    seq         int         not null,
    file_id     uuid        references ticket_file (file_id),
    account     uuid        not null,
    written_at  timestamptz not null,
    state       text        not null check (state in ('WAITING', 'REVIEW', 'PASSED', 'HELD', 'RELEASED')),
    tries       int         not null default 0 check (tries >= 0),
    next_at     timestamptz,
    trace_id    text,
    cause       text        check (cause in ('DOUBTFUL', 'RISKY', 'UNCHECKED', 'LISTED_WORD', 'NO_VERDICT', 'NOT_FETCHED',
        'NO_IMAGE')),
    label       int,
    decided_by  uuid,
    decided_at  timestamptz,
    reason      text        check (length(reason) <= 1000),
    foreign key (ticket_id, seq) references ticket_event (ticket_id, seq),
    check ((state = 'WAITING') = (next_at is not null)),
    check (trace_id is null or file_id is not null),
    check ((decided_by is null) = (decided_at is null)),
    check (state <> 'RELEASED' or decided_by is not null)
);
create unique index ticket_content_check_text on ticket_content_check (ticket_id, seq) where file_id is null;
create unique index ticket_content_check_file on ticket_content_check (file_id) where file_id is not null;
create unique index ticket_content_check_trace on ticket_content_check (trace_id) where trace_id is not null;
create index ticket_content_check_due on ticket_content_check (next_at) where state = 'WAITING';
create index ticket_content_check_list on ticket_content_check (region_code, state, written_at, id);
comment on table ticket_content_check is
    '企业人员写的文字、传的附件先审核：通过前只有本人和办理人员看得到；没有记录的不用审核';
comment on column ticket_content_check.id is '编号';
comment on column ticket_content_check.region_code is '所在县区划代码';
comment on column ticket_content_check.ticket_id is '诉求';
comment on column ticket_content_check.seq is '办理过程的次序，1 的文字连同标题和内容';
comment on column ticket_content_check.file_id is '附件；空的是文字';
comment on column ticket_content_check.account is '写的、传的人';
comment on column ticket_content_check.written_at is '提交时间';
comment on column ticket_content_check.state is
    '状态：WAITING 等微信，REVIEW 等人工审核，PASSED 微信通过，HELD 没有通过，RELEASED 人工放行';
comment on column ticket_content_check.tries is '交微信的次数';
comment on column ticket_content_check.next_at is '下次交微信的时间，已交的图片是等结果到什么时候；只有等微信的有';
comment on column ticket_content_check.trace_id is '图片交微信后的编号，结果凭它找回来';
comment on column ticket_content_check.cause is
    '没有自动通过的原因：DOUBTFUL 微信建议人工看，RISKY 微信认为有风险，UNCHECKED 微信没有核对，LISTED_WORD 有词表里的词，NO_VERDICT 微信没有给结果，NOT_FETCHED 微信取不到图片，NO_IMAGE 不是图片';
comment on column ticket_content_check.label is '微信给的类别，例如 20002 色情';
comment on column ticket_content_check.decided_by is '放行或者不予通过的工作人员';
comment on column ticket_content_check.decided_at is '决定的时间';
comment on column ticket_content_check.reason is '不予通过的原因，提交的人看得到';
create table ticket_image_verdict (
    trace_id text        not null primary key,
    suggest  text        not null,
    label    int         not null,
    errcode  int         not null,
    told_at  timestamptz not null
);
comment on table ticket_image_verdict is '微信推来的图片结果：可能先于交图片的答复到达，对上之后删除，一天没有对上的也删除';
comment on column ticket_image_verdict.trace_id is '交微信时的编号';
comment on column ticket_image_verdict.suggest is '结论：pass、review、risky；没有核对的为空';
comment on column ticket_image_verdict.label is '微信给的类别';
comment on column ticket_image_verdict.errcode is '0 为核对了，-1008 为取不到图片';
comment on column ticket_image_verdict.told_at is '收到时间';
