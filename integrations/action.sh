#!/bin/sh
# The steps of action.yml. All values come from the environment, so that none is ever read as part of a script.
set -eu

loopbook() {
  node "$LOOPBOOK_ACTION/linter/loopbook.js" "$@"
}

# Installs what Loopbook needs beside its own copy, the one that the workflow pinned: not in the workspace, whose
# files are the pull request's, and without running any install script.
install() {
  # npm writes this file last.
  if [ ! -e "$LOOPBOOK_ACTION/node_modules/.package-lock.json" ]; then
    (cd "$LOOPBOOK_ACTION" && npm install --omit=dev --ignore-scripts --no-save --no-audit --no-fund)
  fi
  loopbook --version
}

# Sets $base: what was asked for, else the branch that the pull request is to be merged into.
find_base() {
  base=${INPUT_BASE:-}
  if [ -z "$base" ] && [ -n "${GITHUB_BASE_REF:-}" ]; then base="origin/$GITHUB_BASE_REF"; fi
  if [ "$base" = none ]; then base=; fi
}

check_inputs() {
  case ${INPUT_FAIL_ON:=error} in
    error | warning | never) ;;
    *)
      echo "fail-on: expected error, warning or never. 应为 error、warning 或 never。" >&2
      exit 2
      ;;
  esac
  case $INPUT_SARIF in
    *"
"*)
      echo "sarif: expected a path on one line. 应为单行路径。" >&2
      exit 2
      ;;
  esac
}

could_not() {
  echo "::error title=Loopbook::The handbook was not checked; the reason stands above. 手册未检查，原因见上。"
}

# Annotations go to the log, findings as SARIF to a file, a table to the summary. Sets $code. Without a table the
# run did not come to its end, whatever it ended with.
lint() {
  set -- lint --format github --format "sarif=$INPUT_SARIF" --format "markdown=$table"
  if [ -n "${INPUT_ROOT:-}" ]; then set -- "$@" --root "$INPUT_ROOT"; fi
  if [ -n "${INPUT_LANG:-}" ]; then set -- "$@" --lang "$INPUT_LANG"; fi
  if [ -n "${INPUT_PRESET:-}" ]; then set -- "$@" --preset "$INPUT_PRESET"; fi
  if [ -n "$base" ]; then set -- "$@" --base "$base"; fi
  if [ "$INPUT_FAIL_ON" = warning ]; then set -- "$@" --max-warnings 0; fi
  code=0
  loopbook "$@" || code=$?
  if [ ! -s "$table" ]; then code=2; fi
  echo "code=$code" >>"$GITHUB_OUTPUT"
  if [ "$code" -gt 1 ]; then
    could_not
    exit "$code"
  fi
  cat "$table" >>"$summary"
  echo "sarif=$INPUT_SARIF" >>"$GITHUB_OUTPUT"
  if [ "$INPUT_FAIL_ON" = never ]; then code=0; fi
}

# What the change does to the service goes to the summary, and to the log where an approval is missing. Sets
# $change.
compare() {
  set -- diff "$base"
  if [ -n "${INPUT_ROOT:-}" ]; then set -- "$@" --root "$INPUT_ROOT"; fi
  if [ -n "${INPUT_LANG:-}" ]; then set -- "$@" --lang "$INPUT_LANG"; fi
  if [ -n "${INPUT_FAIL_ON_CHANGE:-}" ]; then set -- "$@" --fail-on "$INPUT_FAIL_ON_CHANGE"; fi
  if [ -n "${PULL_REQUEST_AUTHOR:-}" ]; then set -- "$@" --author "$PULL_REQUEST_AUTHOR"; fi
  change=0
  loopbook "$@" --format markdown >"$table" || change=$?
  if [ ! -s "$table" ]; then change=2; fi
  echo "change-code=$change" >>"$GITHUB_OUTPUT"
  if [ "$change" -gt 1 ]; then
    could_not
    exit "$change"
  fi
  cat "$table" >>"$summary"
  if [ "$change" -eq 1 ]; then loopbook "$@" || true; fi
}

# Both, whatever the first one finds; what could not be done is never a pass.
check() {
  check_inputs
  summary=${GITHUB_STEP_SUMMARY:-/dev/null}
  table=$(mktemp "${RUNNER_TEMP:-/tmp}/loopbook.XXXXXX")
  trap 'rm -f "$table"' EXIT
  find_base
  lint
  change=0
  if [ -n "$base" ]; then
    echo >>"$summary"
    compare
  elif [ -n "${INPUT_FAIL_ON_CHANGE:-}" ]; then
    echo "fail-on-change: there is no base to compare with; name one. 没有可对照的版本，请指定 base。" >&2
    exit 2
  fi
  if [ "$change" -gt "$code" ]; then exit "$change"; fi
  exit "$code"
}

case ${1:-} in
  install | check) "$1" ;;
  *)
    echo "usage: action.sh install|check" >&2
    exit 2
    ;;
esac
