#!/usr/bin/env bash
# 从 backup.sh 的一份备份恢复数据库和文件，恢复后逐项核对。恢复前先停掉应用。
#
# 用法：restore.sh 设置文件 备份目录 [--identity age私钥文件] [--yes-overwrite]
#   库和桶要事先建好，postgres/roles.sql 已执行。不是空的，不加 --yes-overwrite 就不动。
# 退出码：0 成功；1 没有恢复成；2 用法或设置不对；3 目标不是空的或应用还在运行；4 恢复了，但备份时就缺文件
set -euo pipefail
umask 077
# shellcheck source=deploy/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

usage='用法：restore.sh 设置文件 备份目录 [--identity age私钥文件] [--yes-overwrite]'
[ $# -ge 2 ] || fail $BAD_SETTINGS "$usage"
settings=$1 backup=${2%/} identity='' overwrite=no
shift 2
while [ $# -gt 0 ]; do
    case $1 in
        --identity) identity=${2:-} && shift ;;
        --yes-overwrite) overwrite=yes ;;
        *) fail $BAD_SETTINGS "$usage" ;;
    esac
    shift
done
need sha256sum
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# ── 备份本身完好，才碰别的 ──
info=$backup/backup.info
say "核对备份 $backup"
[[ -f $info && -f $backup/SHA256SUMS ]] || fail $FAILED "$backup 不是一份完整的备份"
of_backup() { sed -n "s/^$1=//p" "$info"; }
[ "$(of_backup format)" = 1 ] || fail $FAILED '备份的格式不认识，请用当时的版本恢复'
(cd "$backup" && sha256sum --check --quiet --strict SHA256SUMS) || fail $FAILED '备份已损坏：有文件缺失或被改动。请换一份备份，没有动过任何数据'
listed=$(grep -c '^[0-9a-f]*  files/' "$backup/SHA256SUMS" || true)
[ "$listed" = "$(of_backup files)" ] || fail $FAILED "备份不完整：应有 $(of_backup files) 个文件，清单里是 $listed 个"
grep -qE '^[0-9a-f]{64}  backup\.info$' "$backup/SHA256SUMS" || fail $FAILED '备份不完整：清单没有盖住 backup.info'

encrypted=$(of_backup encrypted)
dump=$backup/database.dump
if [ "$encrypted" != no ]; then
    need age
    [ -r "$identity" ] || fail $BAD_SETTINGS "备份是加密的，请用 --identity 给出与 $encrypted 对应的私钥文件"
    dump=$work/database.dump
    age --decrypt --identity "$identity" --output "$dump" "$backup/database.dump.age" || fail $FAILED '私钥打不开这份备份'
fi
[ -f "$dump" ] || fail $FAILED '备份里没有数据库'

# ── 目标 ──
read_settings "$settings"
connect_database
connect_store
app=$(setting SPRING_DATASOURCE_USERNAME)
[ "$(sql "select count(*) from pg_roles where rolname = '$app'")" = 1 ] ||
    fail $BAD_SETTINGS "数据库里没有运行账号 $app：请先执行 postgres/roles.sql"
[ "$(sql "select count(*) from pg_stat_activity where datname = current_database() and usename = '$app'")" = 0 ] ||
    fail $BUSY '应用还连着数据库，请先停掉所有应用'
tables=$(sql "select count(*) from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v')")
objects=$(rclone lsf --recursive --files-only "$BUCKET" | wc -l)
if [ "$tables" != 0 ] || [ "$objects" != 0 ]; then
    [ $overwrite = yes ] || fail $BUSY "目标不是空的（$tables 张表和视图，$objects 个文件）。确认要用备份覆盖，再加 --yes-overwrite"
    say '清空原来的表（文件只覆盖、不删除）'
    psql --no-psqlrc --quiet --set ON_ERROR_STOP=1 <<'SQL'
set client_min_messages = warning;
do $$
declare item record;
begin
    for item in select quote_ident(relname) as name, case relkind when 'v' then 'view' when 'm' then 'materialized view'
                    when 'S' then 'sequence' else 'table' end as kind
                from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm', 'S')
                    and not relispartition order by relkind = 'S' loop
        execute format('drop %s if exists %s cascade', item.kind, item.name);
    end loop;
    for item in select oid::regprocedure::text as name from pg_proc where pronamespace = 'public'::regnamespace
                    and pg_get_userbyid(proowner) = current_user loop
        execute format('drop routine if exists %s cascade', item.name);
    end loop;
end
$$;
SQL
fi

# 从前的默认授权会让重建的表多出权限，先收回；备份里有它，最后恢复
sql "alter default privileges in schema public revoke all on tables from $app"
sql "alter default privileges in schema public revoke all on sequences from $app"

# ── 数据库：一个事务，要么全有要么全无；public 本身的权限由 roles.sql 管 ──
say '恢复数据库'
pg_restore --list "$dump" | grep -vE ' (SCHEMA|COMMENT|ACL) - (SCHEMA )?public ' >"$work/contents"
pg_restore --dbname="$PGDATABASE" --exit-on-error --single-transaction --use-list="$work/contents" "$dump"
# 备份那时还没发出的微信消息，后来可能已经发过：不再重发，记为结果不明
sql "update campaign_recipient set state = 'UNKNOWN', next_at = null, lease_until = null, reason = '从备份恢复，可能已发送，不再重发'
    where state in ('READY', 'SENDING')"
psql --no-psqlrc --quiet --set ON_ERROR_STOP=1 <<<"select format('analyze %I', relname) from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition \gexec"

# ── 文件：按类型送回，下载时的类型才对 ──
sql "$COMMITTED_FILES" >"$work/committed"
of_backup lost | sort >"$work/lost"
say "恢复文件 $(wc -l <"$work/committed") 个"
files=$backup/files
if [ "$encrypted" != no ]; then
    files=$work/files
    while IFS='|' read -r _ key _; do
        mkdir -p "$files/$(dirname "$key")"
        if [ -f "$backup/files/$key.age" ]; then
            age --decrypt --identity "$identity" --output "$files/$key" "$backup/files/$key.age"
        fi
    done <"$work/committed"
fi
declare -A types=([JPEG]=image/jpeg [PNG]=image/png [PDF]=application/pdf)
for kind in "${!types[@]}"; do
    awk -F '|' -v kind="$kind" '$3 == kind { print $2 }' "$work/committed" | sort | comm -23 - "$work/lost" >"$work/keys"
    [ -s "$work/keys" ] || continue
    rclone copy --files-from-raw "$work/keys" --no-traverse --ignore-times \
        --header-upload "Content-Type: ${types[$kind]}" "$files" "$BUCKET"
done

# ── 核对 ──
say '核对恢复的结果'
psql --no-psqlrc --quiet --tuples-only --no-align --set ON_ERROR_STOP=1 <<<"$ROWS_OF_TABLES" >"$work/rows"
sed -n 's/^rows //p' "$info" | diff - "$work/rows" >"$work/difference" ||
    fail $FAILED "行数与备份不一致：$(head -n 5 "$work/difference" | tr '\n' ' ')"
[ "$(sql "$SCHEMA_VERSION")" = "$(of_backup schema)" ] || fail $FAILED '表结构的版本与备份不一致'
[ "$(sql "select has_table_privilege('$app', 'audit_event', 'select') and has_table_privilege('$app', 'audit_event', 'insert')
    and not has_table_privilege('$app', 'audit_event', 'update') and not has_table_privilege('$app', 'audit_event', 'delete')")" = t ] ||
    fail $FAILED "运行账号 $app 的权限没有恢复对：审计记录应只增不改"
cut -d '|' -f 2 "$work/committed" | sort >"$work/keys"
if [ -s "$work/keys" ]; then
    rclone hashsum sha256 --download --files-from-raw "$work/keys" "$BUCKET" | sort >"$work/there"
    awk -F '|' '{ print $1 "  " $2 }' "$work/committed" | sort | comm -23 - "$work/there" | cut -c 67- | sort |
        comm -23 - "$work/lost" >"$work/missing"
    [ ! -s "$work/missing" ] || fail $FAILED "这些文件没有恢复好：$(head -n 5 "$work/missing" | tr '\n' ' ')"
fi
say "恢复完成：$(wc -l <"$work/rows") 张表，$(wc -l <"$work/committed") 个文件，数据截至 $(of_backup started)"
say '接着用备份那时的密钥启动应用（RUNBOOK.md「恢复之后」）；密钥不对，应用会拒绝启动'
if [ -s "$work/lost" ]; then
    fail $INCOMPLETE "备份时就缺这些文件，需要请提交人重新上传：$(tr '\n' ' ' <"$work/lost")"
fi
