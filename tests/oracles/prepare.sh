#!/usr/bin/env bash
# prepare.sh SOURCE TARGET: makes the independent FHIR validator ready in a folder of its own (its packages come from npm)
# and lets it judge its own samples: an oracle that cannot tell good from bad proves nothing.
set -euo pipefail
source=$1 target=$2
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$target"
cp -R "$source/." "$target/"
chmod -R u+w "$target"
cd "$target"
npm install --no-audit --no-fund --no-progress --loglevel=error
node "$here/selftest.mjs"
