#!/usr/bin/env bash
# Writes one backup: of the server that DATABASE_URL names with pg_dump, else of the embedded database with
# Headwater's own logical dump. The file appears under its name only when it is whole.
#   infra/backup.sh FOLDER
set -euo pipefail
folder=${1:?usage: backup.sh FOLDER}
read -r -a headwater <<<"${HEADWATER_COMMAND:-npm run -s headwater --}"
umask 077
mkdir -p "$folder"
stamp=$(date -u +%Y-%m-%dT%H-%M-%SZ)

if [ -n "${DATABASE_URL:-}" ]; then
  target="$folder/headwater-$stamp.pgdump"
  pg_dump --format=custom --no-owner --dbname="$DATABASE_URL" --file="$target.partial"
  # A dump whose table of contents cannot be read is no backup.
  pg_restore --list "$target.partial" >/dev/null
else
  target="$folder/headwater-$stamp.dump"
  "${headwater[@]}" backup "$(realpath "$folder")/headwater-$stamp.dump.partial"
fi
mv "$target.partial" "$target"
sync -f "$target"
echo "$target"
