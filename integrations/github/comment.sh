#!/usr/bin/env bash
# Puts the Markdown under the pull request: one comment for each path that is checked, changed in place by later runs.
set -euo pipefail

repository=${GITHUB_REPOSITORY:?}
number=${COUNTERSIGN_PULL_REQUEST:?}
case $number in *[!0-9]*) echo "comment.sh: '$number' is no number of a pull request" >&2; exit 2 ;; esac

# Invisible, and the same for the same path: by it a later run finds the comment.
path=$(printf '%s' "${COUNTERSIGN_PATH:-.}" | sha256sum)
mark="<!-- countersign ${path:0:16} -->"
body=$(mktemp)
trap 'rm -f "$body"' EXIT
{ echo "$mark"; cat "${COUNTERSIGN_MARKDOWN:?}"; } >"$body"

# Pull requests from forks run with a token that may only read. That is as it should be, and no reason to fail.
cannot() {
  echo "::warning title=Countersign::The comment could not be written; the verdict is in the summary. The job needs pull-requests: write, which pull requests from forks do not get."
  exit 0
}

# Only a comment of a bot: somebody else may have copied the mark.
found=$(MARK=$mark gh api --paginate "repos/$repository/issues/$number/comments" \
  --jq '.[] | select(.user.type == "Bot") | select(.body | startswith(env.MARK)) | .id') || cannot
first=${found%%$'\n'*}
if [ -n "$first" ]; then
  gh api --silent --method PATCH "repos/$repository/issues/comments/$first" -F "body=@$body" || cannot
else
  gh api --silent --method POST "repos/$repository/issues/$number/comments" -F "body=@$body" || cannot
fi
