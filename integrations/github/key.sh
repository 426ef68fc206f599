#!/usr/bin/env bash
# Names this version of the sources, so that a build of them can be kept: key=… in $GITHUB_OUTPUT.
set -euo pipefail

home=$(CDPATH='' cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../.." && pwd -P)
cd "$home"
key=$(find . \( -name target -o -name .git \) -prune -o -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum)
echo "key=${key%% *}" >>"$GITHUB_OUTPUT"
