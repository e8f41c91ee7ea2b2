#!/usr/bin/env bash
# 容器第一次建库时，在 roles.sql 之后给两个账号设口令。口令从文件读，不上命令行，不进日志。
set -euo pipefail
psql --quiet --set ON_ERROR_STOP=1 --username postgres --dbname "$POSTGRES_DB" <<'SQL'
\set owner `cat /run/secrets/qihang-owner`
\set app `cat /run/secrets/qihang-app`
alter role qihang_owner password :'owner';
alter role qihang_app password :'app';
SQL
