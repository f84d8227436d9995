#!/bin/sh
# What .pre-commit-hooks.yaml runs, in pre-commit's own copy of this repository at the commit that was named. What
# Loopbook needs is installed there on the first run, without running any install script.
set -eu

here=$(cd "$(dirname "$0")/.." && pwd)
# npm writes this file last.
if [ ! -e "$here/node_modules/.package-lock.json" ]; then
  (cd "$here" && npm install --omit=dev --ignore-scripts --no-save --no-audit --no-fund >&2)
fi
exec node "$here/linter/loopbook.js" lint "$@"
