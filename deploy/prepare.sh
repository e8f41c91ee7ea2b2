#!/usr/bin/env bash
# 生成一套新的设置：随机口令、随机密钥、各服务的口令文件。已有的绝不覆盖。
# 用法：./prepare.sh compose [目录]     用容器，默认写到 settings/
#       ./prepare.sh systemd [目录]     不用容器，默认写到 /etc/qihang
set -euo pipefail
umask 077
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

fail() {
    echo "错误：$1" >&2
    exit 1
}

kind=${1:-}
case $kind in
    # 各容器的地址写在 compose.yaml；写地址而不写名字，在这台服务器上备份时也通
    compose) folder=${2:-$here/settings} postgres=172.30.80.11 redis=172.30.80.12 s3=http://172.30.80.13:8333 ;;
    systemd) folder=${2:-/etc/qihang} postgres=127.0.0.1 redis=127.0.0.1 s3=http://127.0.0.1:8333 ;;
    *) fail '用法：./prepare.sh compose|systemd [目录]' ;;
esac
command -v openssl >/dev/null || fail '缺少 openssl，请先安装'
[ ! -e "$folder/qihang.env" ] || fail "$folder/qihang.env 已经存在。密钥丢了数据就打不开，所以不覆盖；确实要重来，请自己先把它移走"
mkdir -p "$folder"

owner=$(openssl rand -hex 24)
app=$(openssl rand -hex 24)
redis_password=$(openssl rand -hex 24)
access=QH$(openssl rand -hex 9)
secret=$(openssl rand -hex 24)

declare -A value=(
    [SPRING_DATASOURCE_URL]=jdbc:postgresql://$postgres:5432/qihang
    [SPRING_DATASOURCE_USERNAME]=qihang_app
    [SPRING_DATASOURCE_PASSWORD]=$app
    [SPRING_FLYWAY_USER]=qihang_owner
    [SPRING_FLYWAY_PASSWORD]=$owner
    [SPRING_DATA_REDIS_HOST]=$redis
    [SPRING_DATA_REDIS_PASSWORD]=$redis_password
    [QIHANG_CRYPTO_DATAKEYS]=d1:$(openssl rand -base64 16)
    [QIHANG_CRYPTO_INDEXKEYS]=i1:$(openssl rand -base64 32)
    [QIHANG_CRYPTO_AUDITKEYS]=a1:$(openssl rand -base64 32)
    [QIHANG_STORAGE_ENDPOINT]=$s3
    [QIHANG_STORAGE_BUCKET]=qihang
    [QIHANG_STORAGE_ACCESSKEY]=$access
    [QIHANG_STORAGE_SECRETKEY]=$secret
)
while IFS= read -r line; do
    name=${line%%=*}
    if [[ $line =~ ^[A-Z][A-Z0-9_]*=$ && -n ${value[$name]:-} ]]; then line=$name=${value[$name]}; fi
    printf '%s\n' "$line"
done <"$here/qihang.env.example" >"$folder/qihang.env.new"
mv "$folder/qihang.env.new" "$folder/qihang.env"

openssl rand -hex 24 | tr -d '\n' >"$folder/postgres-superuser"
printf '%s' "$owner" >"$folder/qihang-owner"
printf '%s' "$app" >"$folder/qihang-app"
cat >"$folder/redis.conf" <<REDIS
requirepass $redis_password
save ""
appendonly no
maxmemory 256mb
maxmemory-policy noeviction
REDIS
[ "$kind" = compose ] || printf 'bind 127.0.0.1\n' >>"$folder/redis.conf"
cat >"$folder/s3.json" <<S3
{"identities": [{
  "name": "qihang",
  "credentials": [{"accessKey": "$access", "secretKey": "$secret"}],
  "actions": ["Read:qihang", "Write:qihang", "List:qihang", "Tagging:qihang"]
}]}
S3
chmod 400 "$folder"/{qihang.env,postgres-superuser,qihang-owner,qihang-app,redis.conf,s3.json}
if [ "$kind" = compose ] && [ "$(id -u)" = 0 ]; then
    # postgres、redis 的镜像都以 999 号用户运行
    chown 999:999 "$folder"/{postgres-superuser,qihang-owner,qihang-app,redis.conf}
fi

echo "已生成 $folder/，还要填写 qihang.env 里这些："
grep -E '^[A-Z][A-Z0-9_]*=$' "$folder/qihang.env" | sed 's/^/  /; s/=$//'
echo '现在就把 qihang.env 里三项 QIHANG_CRYPTO_…KEYS 抄出来，与备份分开保管（RUNBOOK.md「密钥」）。'
