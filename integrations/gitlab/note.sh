#!/usr/bin/env bash
# Puts the Markdown under the merge request: one note for each path that is checked, changed in place by later runs.
# The job token of GitLab cannot write notes, so that this needs COUNTERSIGN_TOKEN, a project access token.
set -euo pipefail

if [ -z "${COUNTERSIGN_TOKEN:-}" ]; then
  echo "countersign: no note under the merge request, since COUNTERSIGN_TOKEN is not set; the artefacts hold it." >&2
  exit 0
fi
notes=${CI_API_V4_URL:?}/projects/${CI_PROJECT_ID:?}/merge_requests/${CI_MERGE_REQUEST_IID:?}/notes
path=$(printf '%s' "${COUNTERSIGN_PATH:-.}" | sha256sum)
mark="<!-- countersign ${path:0:16} -->"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
{ echo "$mark"; cat "${COUNTERSIGN_MARKDOWN:?}"; } >"$work/body"
# In a file that only this user can read: arguments can be seen by others on the machine.
(umask 077 && printf 'header = "PRIVATE-TOKEN: %s"\n' "$COUNTERSIGN_TOKEN" >"$work/auth")

call() { curl --silent --show-error --fail --config "$work/auth" "$@"; }
cannot() {
  echo "countersign: the note under the merge request could not be written; the artefacts hold it." >&2
  exit 0
}

# Only notes of the token's own user: somebody else may have copied the mark.
me=$(call "${CI_API_V4_URL}/user" | jq -r .id) || cannot
found=
page=1
while [ -z "$found" ] && [ -n "$page" ]; do
  call --dump-header "$work/head" --output "$work/page" "$notes?per_page=100&page=$page" || cannot
  found=$(MARK=$mark ME=$me jq -r 'map(select((.author.id | tostring) == env.ME and (.body | startswith(env.MARK)))) | first | .id // empty' "$work/page")
  page=$(sed -n 's/^[Xx]-[Nn]ext-[Pp]age: *\([0-9]*\).*/\1/p' "$work/head")
done
if [ -n "$found" ]; then
  call --output /dev/null --request PUT "$notes/$found" --data-urlencode "body@$work/body" || cannot
else
  call --output /dev/null --request POST "$notes" --data-urlencode "body@$work/body" || cannot
fi
