#!/usr/bin/env bash
# 备份企航：数据库和文件在同一份里，写完核对，带清单。不包含密钥。
#
# 用法：backup.sh 设置文件
# 退出码：0 成功；1 没有备份成；2 用法或设置不对；3 上一次还没有结束；4 备份成了，但有文件在对象存储里找不到或已损坏
#
# 先导出数据库，再抄文件：文件一经确认就不再改写，导出那一刻数据库里有的文件当时都已存好，之后抄一定抄得到，
# 除非这期间被删除；反过来先抄文件，抄完到导出之间新存的文件就会缺。行数、文件清单和导出用同一个快照，数目对得上。
set -euo pipefail
umask 077
# shellcheck source=deploy/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

[ $# = 1 ] || fail $BAD_SETTINGS '用法：backup.sh 设置文件'
read_settings "$1"
folder=$(setting QIHANG_BACKUP_FOLDER /var/backups/qihang)
keep=$(setting QIHANG_BACKUP_KEEP 14)
recipient=$(setting QIHANG_BACKUP_RECIPIENT '')
[[ $keep =~ ^[1-9][0-9]*$ ]] || fail $BAD_SETTINGS '设置 QIHANG_BACKUP_KEEP 应是正整数'
need flock sha256sum
[ -z "$recipient" ] || need age
connect_database
connect_store

mkdir -p "$folder"
exec 9>"$folder/.lock"
flock -n 9 || fail $BUSY '上一次备份还没有结束'
rm -rf "$folder"/.partial-*
name=$(date -u +%Y%m%dT%H%M%SZ)
while [ -e "$folder/$name" ]; do
    sleep 1
    name=$(date -u +%Y%m%dT%H%M%SZ)
done
part=$folder/.partial-$name
work=$part.work
mkdir -p "$part/files" "$work"
trap 'rm -rf "$part" "$work"' EXIT
started=$(date -u +%FT%TZ)

# 一直开着的会话守住快照
say '导出数据库'
coproc SESSION { psql --no-psqlrc --quiet --tuples-only --no-align --set ON_ERROR_STOP=1 2>"$work/session.log"; }
exec {to}>&"${SESSION[1]}" {from}<&"${SESSION[0]}"
ask() {
    local line
    printf '%s\n\\echo :end:\n' "$1" >&"$to"
    while IFS= read -r line <&"$from"; do
        [ "$line" != :end: ] || return 0
        printf '%s\n' "$line"
    done
    fail $FAILED "数据库会话断了：$(tail -n 1 "$work/session.log")"
}
ask "set idle_in_transaction_session_timeout = 0; begin isolation level repeatable read read only;"
snapshot=$(ask 'select pg_export_snapshot();')
pg_dump --format=custom --snapshot="$snapshot" --file="$work/database.dump"
pg_restore --list "$work/database.dump" >"$work/contents"
ask "$ROWS_OF_TABLES" >"$work/rows"
ask "$COMMITTED_FILES;" >"$work/committed"
schema=$(ask "$SCHEMA_VERSION;")
server=$(ask 'show server_version;')
ask 'commit;'
exec {to}>&- {from}<&-
[ -s "$work/rows" ] || fail $FAILED '数据库里没有表，没有什么可备份'

# 上一份同样加密的备份完好，就把里面已有的文件硬链接过来，只抄新增的
suffix=${recipient:+.age}
previous=$(find "$folder" -mindepth 2 -maxdepth 2 -path '*/20??????T??????Z/backup.info' -exec grep -lFx "encrypted=${recipient:-no}" {} + |
    sort | tail -n 1) || true
previous=${previous%/backup.info}
if [ -n "$previous" ] && ! (cd "$previous" && sha256sum --check --status --strict SHA256SUMS); then
    say "注意：上一份备份 $previous 已损坏，这次重新抄全部文件"
    previous=
fi
: >"$work/new"
while IFS='|' read -r digest key _; do
    mkdir -p "$part/files/$(dirname "$key")"
    if [ -z "$previous" ] || ! ln "$previous/files/$key$suffix" "$part/files/$key$suffix" 2>>"$work/links.log"; then
        printf '%s  %s\n' "$digest" "$key" >>"$work/new"
    fi
done <"$work/committed"

say "抄文件：共 $(wc -l <"$work/committed") 个，新增 $(wc -l <"$work/new") 个"
mkdir "$work/files"
lost=()
if [ -s "$work/new" ]; then
    cut -c 67- "$work/new" >"$work/keys"
    rclone copy --files-from-raw "$work/keys" --no-traverse "$BUCKET" "$work/files"
    while IFS= read -r line; do
        key=${line:66}
        if (cd "$work/files" && sha256sum --check --status --ignore-missing <<<"$line" 2>>"$work/links.log"); then
            if [ -n "$recipient" ]; then
                age --encrypt --recipient "$recipient" --output "$part/files/$key.age" "$work/files/$key"
            else
                mv "$work/files/$key" "$part/files/$key"
            fi
        elif [ "$(sql "select count(*) from stored_file where state = 'COMMITTED' and object_key = '$key'")" = 0 ]; then
            say "备份期间删除的文件，略过：$key"
        else
            lost+=("$key")
        fi
    done <"$work/new"
fi

if [ -n "$recipient" ]; then
    age --encrypt --recipient "$recipient" --output "$part/database.dump.age" "$work/database.dump"
else
    mv "$work/database.dump" "$part/database.dump"
fi
{
    echo 'format=1'
    echo "started=$started"
    echo "finished=$(date -u +%FT%TZ)"
    echo "postgresql=$server"
    echo "schema=$schema"
    echo "encrypted=${recipient:-no}"
    echo "files=$(find "$part/files" -type f | wc -l)"
    echo "bytes=$(du -sb "$part" | cut -f 1)"
    if [ ${#lost[@]} -gt 0 ]; then printf 'lost=%s\n' "${lost[@]}"; fi
    sed 's/^/rows /' "$work/rows"
} >"$part/backup.info"

say '核对'
(cd "$part" && find . -type f -printf '%P\0' | sort -z | xargs -0 sha256sum) >"$work/sums"
mv "$work/sums" "$part/SHA256SUMS"
sync -f "$part"
(cd "$part" && sha256sum --check --quiet SHA256SUMS) || fail $FAILED '写下的备份与原来的不一致，请检查备份盘'
mv "$part" "$folder/$name"
sync -f "$folder"

# 只留最近的几份；清单不全的不算数，也不动别的东西
find "$folder" -mindepth 2 -maxdepth 2 -path '*/20??????T??????Z/backup.info' -printf '%h\n' | sort -r | tail -n +$((keep + 1)) |
    while IFS= read -r old; do
        say "清理旧备份 $old"
        rm -rf "$old"
    done

if [ ${#lost[@]} -gt 0 ]; then
    fail $INCOMPLETE "备份在 $folder/$name，但这些文件在对象存储里找不到或已损坏：${lost[*]}"
fi
say "备份完成：$folder/$name（$(du -sh "$folder/$name" | cut -f 1)）"
