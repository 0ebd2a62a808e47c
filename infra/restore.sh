#!/usr/bin/env bash
# Puts a backup back. A .pgdump goes to the empty database that DATABASE_URL names, a .dump into an empty embedded
# database. Nothing is overwritten: both refuse a database that already holds an organization.
#   infra/restore.sh FILE
set -euo pipefail
file=${1:?usage: restore.sh FILE}
read -r -a headwater <<<"${HEADWATER_COMMAND:-npm run -s headwater --}"
[ -r "$file" ] || { echo "restore.sh: $file cannot be read" >&2; exit 2; }

case $file in
  *.pgdump)
    : "${DATABASE_URL:?restore.sh: a .pgdump needs DATABASE_URL}"
    held=$(psql --no-psqlrc --tuples-only --no-align --dbname="$DATABASE_URL" \
      --command="select count(*) from information_schema.tables where table_schema not in ('pg_catalog', 'information_schema')")
    [ "$held" = 0 ] || { echo "restore.sh: the database holds $held tables already; restore into an empty one" >&2; exit 2; }
    pg_restore --exit-on-error --single-transaction --no-owner --dbname="$DATABASE_URL" "$file"
    ;;
  *.dump) "${headwater[@]}" restore "$(realpath "$file")" ;;
  *) echo "restore.sh: $file is neither .pgdump nor .dump" >&2; exit 2 ;;
esac
