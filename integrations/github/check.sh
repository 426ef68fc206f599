#!/usr/bin/env bash
# The check as a step of a GitHub workflow: verdict and files as outputs, the Markdown in the summary. Never fails by itself,
# so that what comes after can show the verdict; the last step of the action fails with its code.
set -euo pipefail

here=$(CDPATH='' cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd -P)
home=$(CDPATH='' cd -- "$here/../.." && pwd -P)
out=${RUNNER_TEMP:?is set by the runner}/countersign-report
kept=${HOME:?}/.cache/countersign-action

# A build of these very sources, kept by an earlier run. Its stamp has to be younger than the sources, which were just fetched.
if [ -z "${COUNTERSIGN:-}" ] && [ ! -e "$home/cli/target/built" ] && [ -e "$kept/target/built" ]; then
  mkdir -p "$home/cli"
  cp -R "$kept/target" "$home/cli/"
  rm -rf "$home/cli/target/building.lock" "$home/cli/target/jdk"
  touch "$home/cli/target/built"
fi

# A model file may hold text that the runner would take for a command to it; between these lines it takes none.
token=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
echo "::stop-commands::$token"
code=0
COUNTERSIGN_OUT=$out \
COUNTERSIGN_BLOB=${GITHUB_SERVER_URL:-https://github.com}/${GITHUB_REPOSITORY:?}/blob/${COUNTERSIGN_COMMIT:?} \
  "$here/../check.sh" || code=$?
echo "::$token::"

if [ -z "${COUNTERSIGN:-}" ] && [ -e "$home/cli/target/built" ] && [ ! -e "$kept/target/built" ]; then
  mkdir -p "$kept/target"
  cp -R "$home/cli/target/countersign" "$home/cli/target/built" "$kept/target/"
fi

case $code in
  0) verdict=pass ;;
  1) verdict=fail ;;
  *) verdict=error ;;
esac
{
  echo "code=$code"
  echo "verdict=$verdict"
  echo "markdown=$out/countersign.md"
  echo "sarif=$out/countersign.sarif"
  echo "json=$out/countersign.json"
} >>"$GITHUB_OUTPUT"

if [ "$verdict" = error ]; then
  echo "Countersign gave no verdict: the log says what is wrong." >>"${GITHUB_STEP_SUMMARY:-/dev/null}"
else
  cat "$out/countersign.md" >>"${GITHUB_STEP_SUMMARY:-/dev/null}"
fi
