#!/usr/bin/env bash
# The check as a job of a GitLab pipeline: files as artefacts, a note under the merge request, the verdict as the exit code.
set -euo pipefail

here=$(CDPATH='' cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd -P)
out=${COUNTERSIGN_OUT:?}

code=0
COUNTERSIGN_BLOB=${CI_PROJECT_URL:?}/-/blob/${CI_COMMIT_SHA:?} "$here/../check.sh" || code=$?
if [ "$code" -le 1 ] && [ "${COUNTERSIGN_COMMENT:-true}" = true ] && [ -n "${CI_MERGE_REQUEST_IID:-}" ]; then
  COUNTERSIGN_MARKDOWN=$out/countersign.md "$here/note.sh"
fi
exit "$code"
