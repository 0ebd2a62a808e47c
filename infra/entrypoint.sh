#!/bin/sh
# Secrets come as files (compose, Kubernetes): for each NAME_FILE the variable NAME is the file's content.
# The variables of the first start are read from files by the server itself.
set -eu
for name in DATABASE_URL HEADWATER_SECRET HEADWATER_METRICS_TOKEN; do
  eval "file=\${${name}_FILE:-}"
  [ -n "$file" ] || continue
  if [ ! -r "$file" ]; then
    echo "headwater: ${name}_FILE names $file, which cannot be read" >&2
    exit 2
  fi
  value=$(cat "$file")
  export "$name=$value"
  unset "${name}_FILE"
done
exec "$@"
