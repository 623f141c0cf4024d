#!/bin/sh
# Builds or checks the dashboard with the Node.js of this machine; Maven calls it, a developer may too.
# Usage: build.sh build | check
set -eu
cd "$(dirname -- "$0")"

fail() {
  echo "dashboard: $1" >&2
  exit 1
}

command -v node >/dev/null 2>&1 || fail "node is missing: install Node.js 20.19 or newer (https://nodejs.org)"
command -v npm >/dev/null 2>&1 || fail "npm is missing: install npm 10 or newer, it comes with Node.js"
node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)' \
  || fail "node $(node --version) is too old: install Node.js 20.19 or newer"

# npm ci throws everything away and fetches it again: only where the lock file has changed.
if ! cmp -s package-lock.json node_modules/.installed-lock; then
  npm ci --no-audit --no-fund --loglevel=error
  cp package-lock.json node_modules/.installed-lock
fi

if [ "$1" = build ]; then
  # Maven only adds to this folder, so scripts of earlier builds would stay in the jar.
  rm -rf target/classes/dashboard
fi

npm run --silent types >/dev/null
npm run --silent "$1"
