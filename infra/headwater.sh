#!/bin/sh
# The command line inside the image: docker compose exec headwater headwater parse - < package-lock.json
exec node /app/apps/cli/src/main.ts "$@"
