#!/bin/sh
# Loopbook in any CI that has Node 22.18 or newer and Git. 供任何具备 Node 22.18 以上和 Git 的 CI 使用。
#
#   LOOPBOOK_ROOT     folder of the handbook; found by its loopbook.yaml if not set   手册目录，不设则按 loopbook.yaml 查找
#   LOOPBOOK_BASE     revision to compare with, such as origin/main; only what is new fails   对照的版本，只有新问题才失败
#   LOOPBOOK_REPORTS  folder for the reports, "reports" if not set   报告目录，默认 reports
#
# Ends with 0 where nothing blocks, 1 where findings do, 2 where the handbook could not be checked. A base needs
# the history: fetch all of it, a shallow clone ends with 2.
# 结束码：0 通过，1 有问题，2 未能检查。对照版本需要完整历史，浅克隆会以 2 结束。
set -eu

run() {
  if command -v loopbook >/dev/null; then
    loopbook "$@"
  else
    npx --yes loopbook@0.1.0 "$@"
  fi
}

reports=${LOOPBOOK_REPORTS:-reports}
set -- lint --format pretty \
  --format "sarif=$reports/loopbook.sarif" \
  --format "junit=$reports/loopbook-junit.xml" \
  --format "checkstyle=$reports/loopbook-checkstyle.xml" \
  --format "markdown=$reports/loopbook.md"
if [ -n "${LOOPBOOK_ROOT:-}" ]; then set -- "$@" --root "$LOOPBOOK_ROOT"; fi
if [ -n "${LOOPBOOK_BASE:-}" ]; then set -- "$@" --base "$LOOPBOOK_BASE"; fi
run "$@"
