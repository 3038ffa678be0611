#!/bin/sh
# Run once by the PostgreSQL image, on an empty database: the role under which the app works. What it may do is granted at
# each start of the forum, by the owner of the tables.
set -eu
psql --set=ON_ERROR_STOP=1 --username="$POSTGRES_USER" --dbname="$POSTGRES_DB" \
  --set=password="$APP_DATABASE_PASSWORD" <<'SQL'
CREATE ROLE bpf_app LOGIN PASSWORD :'password';
SQL
