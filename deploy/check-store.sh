#!/usr/bin/env bash
# 验收对象存储：按签名的表单上传，大小、类型、位置不符的必须被拒绝，没有签名的读不到。装好后、换 S3 服务后各做一次。
# 用法：check-store.sh 设置文件
# 退出码：0 合格；1 不合格；2 用法或设置不对
set -euo pipefail
# shellcheck source=deploy/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

[ $# = 1 ] || fail $BAD_SETTINGS '用法：check-store.sh 设置文件'
read_settings "$1"
need curl openssl perl
connect_store
bucket=${BUCKET#store:}
url=${RCLONE_CONFIG_STORE_ENDPOINT%/}/$bucket
work=$(mktemp -d)
key=check/$(openssl rand -hex 8)
trap 'rm -rf "$work"; rclone delete "$BUCKET/check"' EXIT

day=$(date -u +%Y%m%d)
scope=$day/$RCLONE_CONFIG_STORE_REGION/s3/aws4_request
credential=$RCLONE_CONFIG_STORE_ACCESS_KEY_ID/$scope
date=$(date -u +%Y%m%dT%H%M%SZ)
expires=$(date -u -d '+5 minutes' +%Y-%m-%dT%H:%M:%S.000Z)
# shellcheck disable=SC2016
policy=$(printf '{"expiration":"%s","conditions":[["eq","$bucket","%s"],["eq","$key","%s"],["eq","$Content-Type","image/png"],["content-length-range",10,10],["eq","$x-amz-algorithm","AWS4-HMAC-SHA256"],["eq","$x-amz-credential","%s"],["eq","$x-amz-date","%s"]]}' \
    "$expires" "$bucket" "$key" "$credential" "$date" | openssl base64 -A)
# 密钥只经环境变量，不上命令行
signature=$(DAY=$day POLICY=$policy perl -MDigest::SHA=hmac_sha256,hmac_sha256_hex -e '
    my $key = "AWS4$ENV{RCLONE_CONFIG_STORE_SECRET_ACCESS_KEY}";
    $key = hmac_sha256($_, $key) for $ENV{DAY}, $ENV{RCLONE_CONFIG_STORE_REGION}, "s3", "aws4_request";
    print hmac_sha256_hex($ENV{POLICY}, $key);')

printf '0123456789' >"$work/right"
printf '0123456789x' >"$work/longer"
# 用法：form 位置 类型 签名 文件，给出 HTTP 状态
form() {
    curl --silent --output "$work/answer" --write-out '%{http_code}' --max-time 30 \
        -F "key=$1" -F "Content-Type=$2" -F "policy=$policy" -F x-amz-algorithm=AWS4-HMAC-SHA256 \
        -F "x-amz-credential=$credential" -F "x-amz-date=$date" -F "x-amz-signature=$3" -F "file=@$4;type=$2" "$url"
}
bad=0
# 用法：expect 说明 应为的状态（正则） 实际状态
expect() {
    if [[ $3 =~ ^$2$ ]]; then
        say "合格　　$1（$3）"
    else
        say "不合格　$1：状态 $3"
        bad=1
    fi
}
expect '类型不符的被拒绝' '[34]..' "$(form "$key" text/html "$signature" "$work/right")"
expect '位置不符的被拒绝' '[34]..' "$(form "$key-other" image/png "$signature" "$work/right")"
expect '签名不对的被拒绝' '4..' "$(form "$key" image/png "${signature/[0-9a-f]/g}" "$work/right")"
expect '太大的被拒绝' '4..' "$(form "$key" image/png "$signature" "$work/longer")"
expect '被拒绝的没有存下' 0 "$(rclone lsf --recursive "$BUCKET/check" 2>"$work/empty" | wc -l)"
expect '都相符的收下' '2..' "$(form "$key" image/png "$signature" "$work/right")"
expect '没有签名的读不到' '40[13]' "$(curl --silent --output "$work/answer" --write-out '%{http_code}' "$url/$key")"
expect '没有签名的列不出' '40[13]' "$(curl --silent --output "$work/answer" --write-out '%{http_code}' "$url?list-type=2")"
[ $bad = 0 ] || fail $FAILED '这个 S3 服务不能用：上传的限制要靠它执行，请换一个或升级后再试'
say '对象存储合格'
