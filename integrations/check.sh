#!/usr/bin/env bash
# Runs `countersign check` for a pipeline and leaves the verdict in files:
#   $COUNTERSIGN_OUT/countersign.{md,sarif,json}
# Prints the text for people. Exits as `check` does: 0 pass, 1 a gate failed, 2 the input is wrong, 3 a bug.
#
# COUNTERSIGN_OUT       folder for the files, required
# COUNTERSIGN_PATH      what to check; otherwise the current folder
# COUNTERSIGN_FAIL_ON   the lowest rank that fails; otherwise the policy says
# COUNTERSIGN_POLICY    the policy for all systems; otherwise the nearest one
# COUNTERSIGN_BLOB      address of the repository's files at this commit: links in the Markdown lead there
# COUNTERSIGN           the program; otherwise the one beside this script
set -euo pipefail

here=$(CDPATH='' cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd -P)
program=${COUNTERSIGN:-$here/../countersign}
out=${COUNTERSIGN_OUT:?names the folder for the files}
mkdir -p "$out"

arguments=()
[ -z "${COUNTERSIGN_FAIL_ON:-}" ] || arguments+=("--fail-on=$COUNTERSIGN_FAIL_ON")
[ -z "${COUNTERSIGN_POLICY:-}" ] || arguments+=("--policy=$COUNTERSIGN_POLICY")

# After "--" a path that starts with a hyphen is still a path.
check() { "$program" check "$@" ${arguments[@]+"${arguments[@]}"} -- "${COUNTERSIGN_PATH:-.}"; }

code=0
check --color=never || code=$?
[ "$code" -le 1 ] || exit "$code"

# The verdict is known; these only write it in other forms, and 1 is no failure of theirs.
write() { check "--format=$1" "--out=$2" || [ "$?" -eq 1 ]; }
write json "$out/countersign.json"
write sarif "$out/countersign.sarif"
write markdown "$out/countersign.md"

# Countersign writes links relative to the root of the repository and escapes all text that could look like one.
# A comment stands elsewhere, so that they need the whole address. A comment that gets too long by this loses its links, not its rows.
most=65000
blob=${COUNTERSIGN_BLOB:-}
if [[ $blob =~ ^https?://[A-Za-z0-9._:/-]+$ ]]; then
  sed "s|](\./|](${blob%/}/|g" "$out/countersign.md" >"$out/linked.md"
  if [ "$(LC_ALL=C.UTF-8 wc -m <"$out/linked.md")" -gt "$most" ]; then
    sed -E 's|\[([^]]*)\]\(\./[^)]*\)|\1|g' "$out/countersign.md" >"$out/linked.md"
  fi
  mv "$out/linked.md" "$out/countersign.md"
fi
exit "$code"
