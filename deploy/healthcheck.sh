#!/usr/bin/env bash
# 能不能接请求：问本机管理端口的 readiness。不依赖 curl，镜像里有 bash 就行。
set -euo pipefail
port=${MANAGEMENT_SERVER_PORT:-8081}
exec 3<>"/dev/tcp/127.0.0.1/$port"
printf 'GET /actuator/health/readiness HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n' >&3
read -r -t 4 _ status _ <&3
[ "$status" = 200 ]
