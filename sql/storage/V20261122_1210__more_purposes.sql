alter table stored_file drop constraint stored_file_purpose_check;
alter table stored_file add constraint stored_file_purpose_check
    check (purpose in ('CERTIFICATE', 'LICENCE', 'TICKET', 'EVIDENCE', 'VISIT_PHOTO'));
comment on column stored_file.purpose is
    '用途：CERTIFICATE 证书影像，LICENCE 营业执照照片，TICKET 诉求材料，EVIDENCE 办理佐证，VISIT_PHOTO 走访照片';
