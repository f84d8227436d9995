#!/bin/sh
# The steps of action.yml. All values come from the environment, so that none is ever read as part of a script.
set -eu

loopbook() {
  node "$LOOPBOOK_ACTION/linter/loopbook.js" "$@"
}

# Installs what Loopbook needs beside its own copy, the one that the workflow pinned: not in the workspace, whose
# files are the pull request's, and without running any install script.
install() {
  if [ ! -d "$LOOPBOOK_ACTION/node_modules" ]; then
    (cd "$LOOPBOOK_ACTION" && npm ci --omit=dev --ignore-scripts --no-audit --no-fund)
  fi
  loopbook --version
}

# Sets $base: what was asked for, else the branch that the pull request is to be merged into.
find_base() {
  base=${INPUT_BASE:-}
  if [ -z "$base" ] && [ -n "${GITHUB_BASE_REF:-}" ]; then base="origin/$GITHUB_BASE_REF"; fi
  if [ "$base" = none ]; then base=; fi
}

# Annotations go to the log, findings as SARIF to a file, a table to the summary of the step.
lint() {
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
  find_base
  table=$(mktemp "${RUNNER_TEMP:-/tmp}/loopbook.XXXXXX")
  set -- lint --format github --format "sarif=$INPUT_SARIF" --format "markdown=$table"
  if [ -n "${INPUT_ROOT:-}" ]; then set -- "$@" --root "$INPUT_ROOT"; fi
  if [ -n "${INPUT_LANG:-}" ]; then set -- "$@" --lang "$INPUT_LANG"; fi
  if [ -n "${INPUT_PRESET:-}" ]; then set -- "$@" --preset "$INPUT_PRESET"; fi
  if [ -n "$base" ]; then set -- "$@" --base "$base"; fi
  if [ "$INPUT_FAIL_ON" = warning ]; then set -- "$@" --max-warnings 0; fi
  code=0
  loopbook "$@" || code=$?
  cat "$table" >>"${GITHUB_STEP_SUMMARY:-/dev/null}"
  rm -f "$table"
  echo "code=$code" >>"$GITHUB_OUTPUT"
  if [ "$code" -gt 1 ]; then
    echo "::error title=Loopbook::The handbook was not checked; the reason stands above. 手册未检查，原因见上。"
    exit "$code"
  fi
  echo "sarif=$INPUT_SARIF" >>"$GITHUB_OUTPUT"
  if [ "$INPUT_FAIL_ON" = never ]; then exit 0; fi
  exit "$code"
}

case ${1:-} in
  install | lint) "$1" ;;
  *)
    echo "usage: action.sh install|lint" >&2
    exit 2
    ;;
esac
