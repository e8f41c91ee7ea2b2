# shellcheck shell=bash
# backup.sh 和 restore.sh 共用：读设置、连数据库、连对象存储。

# 退出码
# shellcheck disable=SC2034
readonly FAILED=1 BAD_SETTINGS=2 BUSY=3 INCOMPLETE=4

say() { printf '%(%F %T)T  %s\n' -1 "$*"; }
fail() {
    printf '%(%F %T)T  错误：%s\n' -1 "$2" >&2
    exit "$1"
}

# 设置文件里的一项；环境里有同名的，以环境为准。值照原样，不经 shell 解释
declare -A SETTINGS=()
read_settings() {
    local line
    [ -r "$1" ] || fail $BAD_SETTINGS "读不到设置文件 $1"
    while IFS= read -r line; do
        if [[ $line =~ ^([A-Z][A-Z0-9_]*)=(.*)$ ]]; then SETTINGS[${BASH_REMATCH[1]}]=${BASH_REMATCH[2]}; fi
    done <"$1"
}
# 用法：setting 名字 [默认值]；没有默认值的必须填写
setting() {
    local value=${!1:-${SETTINGS[$1]:-${2-}}}
    if [ -z "$value" ] && [ $# -lt 2 ]; then fail $BAD_SETTINGS "设置 $1 没有填写"; fi
    printf '%s' "$value"
}

need() {
    local tool
    for tool in "$@"; do
        command -v "$tool" >/dev/null || fail $BAD_SETTINGS "缺少命令 $tool，请先安装（RUNBOOK.md「备份和恢复」）"
    done
}

# 以属主账号连接：表都归它所有，才能整库导出、重建
connect_database() {
    local url
    PATH=${PG_BIN:+$PG_BIN:}$PATH
    need psql pg_dump pg_restore
    url=$(setting SPRING_DATASOURCE_URL)
    [[ $url =~ ^jdbc:postgresql://([^:/?,]+)(:([0-9]+))?/([^?]+)(\?(.*))?$ ]] ||
        fail $BAD_SETTINGS '设置 SPRING_DATASOURCE_URL 应写成 jdbc:postgresql://主机:端口/库名'
    export PGHOST=${BASH_REMATCH[1]} PGPORT=${BASH_REMATCH[3]:-5432} PGDATABASE=${BASH_REMATCH[4]}
    local parameters=${BASH_REMATCH[6]:-}
    if [[ $parameters =~ sslmode=([a-z-]+) ]]; then export PGSSLMODE=${BASH_REMATCH[1]}; fi
    if [[ $parameters =~ sslrootcert=([^&]+) ]]; then export PGSSLROOTCERT=${BASH_REMATCH[1]}; fi
    PGUSER=$(setting SPRING_FLYWAY_USER)
    PGPASSWORD=$(setting SPRING_FLYWAY_PASSWORD)
    export PGUSER PGPASSWORD PGCONNECT_TIMEOUT=10 PGOPTIONS='-c statement_timeout=0 -c lock_timeout=30s'
    local server tool
    server=$(sql 'show server_version_num') || fail $FAILED "连不上数据库 $PGHOST:$PGPORT/$PGDATABASE"
    tool=$(pg_dump --version | sed -E 's/^[^0-9]*([0-9]+).*/\1/')
    [ "$tool" -ge $((server / 10000)) ] ||
        fail $BAD_SETTINGS "pg_dump 是 $tool 版，数据库是 $((server / 10000)) 版：请装同版的客户端，或用 PG_BIN 指定它的目录"
}
sql() { psql --no-psqlrc --quiet --tuples-only --no-align --set ON_ERROR_STOP=1 --command "$1"; }

# 每张表和行数，一行一个；分区表只算总表。用法：psql … <<<"$ROWS_OF_TABLES"
# shellcheck disable=SC2034
readonly ROWS_OF_TABLES="select format('select %L || '' '' || count(*) from %I', relname, relname) from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition order by relname \gexec"
# 已确认的文件：SHA-256、位置、类型
# shellcheck disable=SC2034
readonly COMMITTED_FILES="select sha256, object_key, kind from stored_file where state = 'COMMITTED' order by object_key"
# shellcheck disable=SC2034
readonly SCHEMA_VERSION="select version from flyway_schema_history where success and version is not null
    order by installed_rank desc limit 1"

# 对象存储当作 rclone 的 store:桶
connect_store() {
    need rclone
    # 只用设置文件里的账号，不受环境里别的 S3 设置影响
    unset "${!AWS_@}"
    BUCKET=store:$(setting QIHANG_STORAGE_BUCKET)
    RCLONE_CONFIG_STORE_ENDPOINT=$(setting QIHANG_STORAGE_ENDPOINT)
    RCLONE_CONFIG_STORE_ACCESS_KEY_ID=$(setting QIHANG_STORAGE_ACCESSKEY)
    RCLONE_CONFIG_STORE_SECRET_ACCESS_KEY=$(setting QIHANG_STORAGE_SECRETKEY)
    RCLONE_CONFIG_STORE_REGION=$(setting QIHANG_STORAGE_REGION us-east-1)
    export BUCKET RCLONE_CONFIG_STORE_ENDPOINT RCLONE_CONFIG_STORE_ACCESS_KEY_ID RCLONE_CONFIG_STORE_SECRET_ACCESS_KEY \
        RCLONE_CONFIG_STORE_REGION RCLONE_CONFIG_STORE_TYPE=s3 RCLONE_CONFIG_STORE_PROVIDER=Other \
        RCLONE_CONFIG_STORE_NO_CHECK_BUCKET=true RCLONE_CONFIG=/dev/null RCLONE_RETRIES=3 RCLONE_CONTIMEOUT=10s
    rclone lsf --max-depth 1 "$BUCKET" >/dev/null || fail $FAILED "连不上对象存储 $RCLONE_CONFIG_STORE_ENDPOINT，或桶不存在"
}
