#!/bin/sh
# Runs the client with the Node.js of this machine; its libraries are fetched where the lock file has changed.
set -eu
cd "$(dirname -- "$0")"

command -v node >/dev/null 2>&1 || {
  echo "outsider: node is missing: install Node.js 20.19 or newer (https://nodejs.org)" >&2
  exit 1
}
if ! cmp -s package-lock.json node_modules/.installed-lock; then
  npm ci --ignore-scripts --no-audit --no-fund --loglevel=error >&2
  cp package-lock.json node_modules/.installed-lock
fi
exec node client.mjs "$@"
