#!/usr/bin/env bash
# Builds everything and runs every test. Stops what it started, whatever happens.
#
#   bash tests/run.sh          all: format, unit, contract (SQLite, PostgreSQL, RabbitMQ), journeys, chaos
#   bash tests/run.sh quick    what needs no server and no patience: unit, contract on SQLite, short journeys
#
# The last line is "N passed, N failed, N skipped"; the exit code is 0 only when nothing failed.
#
# As root it installs what is missing (rabbitmq-server, postgresql, nodejs, prometheus for promtool, xmlsec1, openssl, python3-lxml, chromium); otherwise the tests that need it are skipped and say so.
# HUB_REQUIRE_SERVERS=1    missing servers fail the run instead
# HUB_TEST_POSTGRES, HUB_TEST_RABBITMQ   use these servers instead of private ones
# HUB_STANDARDS            folder of public reference data; default ../shared/standards when it is there
# HUB_TEST_PROJECTS        run only these projects, such as "Hub.UnitTests Hub.ContractTests"
# HUB_TEST_ORDER=SEED      shuffle the tests by a seed (any text): a test that needs another one before it shows itself; the same seed gives the same order in every clone
set -uo pipefail
cd "$(dirname "$0")/.." || exit 1

case "${1:-}" in
  '') MODE=full ;;
  quick) MODE=quick ;;
  *) sed -n '2,15s/^# \{0,1\}//p' "$0"; exit 2 ;;
esac

SCRATCH=$(mktemp -d "${TMPDIR:-/tmp}/hub-tests.XXXXXX") && chmod 755 "$SCRATCH" || exit 1
export HUB_SERVERS_DIR=$SCRATCH/servers HUB_SERVERS_OWNER=$$
# Everything temporary is in one place: what builds and killed programs leave goes at the end, and what tests leave is seen.
export TMPDIR=$SCRATCH/tmp
mkdir "$TMPDIR" && chmod 1777 "$TMPDIR"
# A compiler server of this run's own, so that the end of the run can end it and nobody else's.
COMPILER=hub-tests-$$
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDDISABLENODEREUSE=1 MSBUILDTERMINALLOGGER=off
PASSED=0 FAILED=0 SKIPPED=0 RUNNING='' FAILURES=''

finish() {
  trap - EXIT INT TERM
  [ -z "$RUNNING" ] || kill -KILL -- "-$RUNNING" 2>/dev/null
  [ ! -d "$HUB_SERVERS_DIR" ] || bash tests/servers.sh clean >/dev/null 2>&1
  pkill -KILL -f -- "-pipename:$COMPILER" 2>/dev/null
  rm -rf "$SCRATCH"
  [ -z "$FAILURES" ] || printf '\nFailed:%s\n' "$FAILURES"
  [ $((PASSED + FAILED)) -gt 0 ] || FAILED=1
  echo "$PASSED passed, $FAILED failed, $SKIPPED skipped"
  [ "$FAILED" = 0 ]
  exit $?
}
trap finish EXIT
trap 'FAILED=$((FAILED + 1)) FAILURES+=$'"'\n'"'"  interrupted"; finish' INT TERM

say() { printf '\n== %s (%ss)\n' "$1" "$SECONDS"; }
fail() { FAILED=$((FAILED + 1)); FAILURES+=$'\n'"  $1"; }

# step NAME SECONDS COMMAND...: timeout makes a process group of its own, so that a command goes with all its children, on time or not.
step() {
  local limit=$2 code
  # What a script runs beside itself ignores SIGINT and hands that down; tests that interrupt a hub need the default.
  timeout -k 15 "$limit" env --default-signal=INT,QUIT "${@:3}" </dev/null &
  RUNNING=$!
  wait "$RUNNING"
  code=$?
  kill -KILL -- "-$RUNNING" 2>/dev/null
  RUNNING=''
  case $code in 124 | 137) echo "$1: stopped after its limit of $limit s" ;; esac
  return $code
}

check() {
  say "$1"
  if step "$@"; then PASSED=$((PASSED + 1)); else fail "$1"; return 1; fi
}

install_missing() {
  local missing=()
  [ -x /usr/lib/rabbitmq/bin/rabbitmq-server ] || missing+=(rabbitmq-server)
  compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || missing+=(postgresql)
  command -v node >/dev/null || missing+=(nodejs)
  command -v npm >/dev/null || missing+=(npm)
  command -v pgrep >/dev/null || missing+=(procps)
  command -v promtool >/dev/null || missing+=(prometheus)
  command -v xmlsec1 >/dev/null || missing+=(xmlsec1)
  command -v openssl >/dev/null || missing+=(openssl)
  [ -x /usr/bin/chromium ] || missing+=(chromium)
  /usr/bin/python3 -c 'import lxml, cryptography' 2>/dev/null || missing+=(python3-lxml python3-cryptography)
  [ ${#missing[@]} -gt 0 ] || return 0
  if [ "$(id -u)" != 0 ]; then echo "Not root, so not installed: ${missing[*]}"; return 0; fi
  say "installing ${missing[*]}"
  # The packages would start services of their own; 101 forbids it. Left in place if it is there already.
  local made=''
  [ -e /usr/sbin/policy-rc.d ] || { printf '#!/bin/sh\nexit 101\n' >/usr/sbin/policy-rc.d; chmod 755 /usr/sbin/policy-rc.d; made=1; }
  export DEBIAN_FRONTEND=noninteractive
  { apt-get update -qq && apt-get install -y -qq --no-install-recommends "${missing[@]}"; } >"$SCRATCH/apt.log" 2>&1 || tail -20 "$SCRATCH/apt.log"
  [ -z "$made" ] || rm -f /usr/sbin/policy-rc.d
}

check_rules() {
  if ! command -v promtool >/dev/null; then
    echo "promtool: not installed; the alert rules are not checked"
    [ "${HUB_REQUIRE_SERVERS:-}" != 1 ] || fail "promtool required and not installed"
    return
  fi
  check "alert rules" 60 promtool check rules ops/prometheus/hub.rules.yml
  check "tests of the alert rules" 60 promtool test rules ops/prometheus/hub.rules.test.yml
}

start_servers() {
  if [ -n "${HUB_TEST_POSTGRES:-}" ] && [ -n "${HUB_TEST_RABBITMQ:-}" ]; then echo "Servers: those of the environment"; return; fi
  if [ ! -x /usr/lib/rabbitmq/bin/rabbitmq-server ] || ! compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null; then
    echo "Servers: rabbitmq-server or postgresql is not installed; the tests that need them are skipped"
    [ "${HUB_REQUIRE_SERVERS:-}" != 1 ] || fail "servers required and not installed"
    return
  fi
  say "servers"
  if step servers 120 bash tests/servers.sh start; then
    eval "$(bash tests/servers.sh env)"
  else
    fail "servers did not start"
  fi
}

prepare_oracle() {
  [ -n "${HUB_FHIR_ORACLE:-}" ] && return
  if [ ! -f "${HUB_STANDARDS:-none}/../tools/fhir/validate-fhir.mjs" ] || ! command -v npm >/dev/null; then
    echo "FHIR oracle: no validator or no node here; its tests are skipped"
    return
  fi
  check "FHIR oracle" 180 bash tests/oracles/prepare.sh "$HUB_STANDARDS/../tools/fhir" "$SCRATCH/oracle" && export HUB_FHIR_ORACLE=$SCRATCH/oracle
}

prepare_token_service() {
  [ -n "${HUB_OIDC_ORACLE:-}" ] && return
  if ! command -v npm >/dev/null; then
    echo "token service: no node here; its tests are skipped"
    return
  fi
  mkdir -p "$SCRATCH/oidc"
  check "token service" 180 npm install --prefix "$SCRATCH/oidc" --no-audit --no-fund --no-progress --loglevel=error oidc-provider@9.13.3 && export HUB_OIDC_ORACLE=$SCRATCH/oidc
}

prepare_smart_client() {
  [ -n "${HUB_SMART_CLIENT:-}" ] && return
  if ! command -v npm >/dev/null; then
    echo "SMART client: no node here; its test is skipped"
    return
  fi
  mkdir -p "$SCRATCH/smart"
  check "SMART client" 180 npm install --prefix "$SCRATCH/smart" --no-audit --no-fund --no-progress --loglevel=error fhirclient@2.6.3 && export HUB_SMART_CLIENT=$SCRATCH/smart
}

prepare_axe() {
  [ -n "${HUB_AXE:-}" ] && return
  if ! command -v npm >/dev/null; then
    echo "axe-core: no node here; its tests are skipped"
    return
  fi
  mkdir -p "$SCRATCH/axe"
  check "axe-core" 180 npm install --prefix "$SCRATCH/axe" --no-audit --no-fund --no-progress --loglevel=error axe-core@4.14.1 && export HUB_AXE=$SCRATCH/axe/node_modules/axe-core/axe.min.js
}

# project NAME SECONDS ARGUMENTS...: a test project is a program; its summary line is counted.
project() {
  local name=$1 limit=$2 log=$SCRATCH/$1.log total printing
  case " ${HUB_TEST_PROJECTS:-$name} " in *" $name "*) ;; *) return ;; esac
  say "$name"
  mkfifo "$SCRATCH/$name"
  tee "$log" <"$SCRATCH/$name" &
  printing=$!
  step "$name" "$limit" "tests/$name/bin/Release/net10.0/$name" -noColor -noLogo "${@:3}" >"$SCRATCH/$name" 2>&1
  wait "$printing"
  leftovers "$name"
  total=$(grep -aE '^ *(Hub\.[A-Za-z]+ +)?Total: ' "$log" | tail -1)
  if [ -z "$total" ]; then
    fail "$name ended without a summary: crashed or stopped"
    return
  fi
  local all errors failed skipped
  all=$(count Total "$total") errors=$(count Errors "$total") failed=$(count Failed "$total") skipped=$(count Skipped "$total")
  PASSED=$((PASSED + all - failed - skipped)) FAILED=$((FAILED + failed + errors)) SKIPPED=$((SKIPPED + skipped))
  [ $((failed + errors)) = 0 ] || FAILURES+=$'\n'$(grep -aE '\[FAIL\]' "$log" | sed 's/^ */  /')
}
# A test that leaves its folder behind fills the machines of those who run the tests often.
leftovers() {
  local left
  left=$(cd "$TMPDIR" && find . -mindepth 1 -maxdepth 1 -type d -name 'hub-*' -printf '%f ')
  [ -z "$left" ] || { fail "$1 left in the temporary folder: $left"; rm -rf "$TMPDIR"/hub-*; }
}
count() { sed -nE "s/.*$1: ([0-9]+).*/\1/p" <<<"$2"; }

[ -n "${HUB_STANDARDS:-}" ] || { [ -d ../shared/standards ] && HUB_STANDARDS=$(cd ../shared/standards && pwd) && export HUB_STANDARDS; }

say "build"
step restore 600 dotnet restore Hub.sln --locked-mode -v q || { fail "restore"; exit 1; }
step build 900 dotnet build Hub.sln -c Release --no-restore -v q -clp:NoSummary -p:SharedCompilationId="$COMPILER" || { fail "build"; exit 1; }
PASSED=$((PASSED + 1))

if [ "$MODE" = quick ]; then
  unset HUB_TEST_POSTGRES HUB_TEST_RABBITMQ HUB_FHIR_ORACLE HUB_OIDC_ORACLE HUB_AXE HUB_SMART_CLIENT
  project Hub.UnitTests 120
  project Hub.ContractTests 120 -trait- speed=slow
  project Hub.AcceptanceTests 120 -trait- speed=slow
  exit
fi

check "format" 600 dotnet format Hub.sln --verify-no-changes --no-restore -v q
install_missing
check_rules
start_servers
prepare_oracle
prepare_token_service
prepare_smart_client
prepare_axe
project Hub.UnitTests 600
project Hub.ContractTests 600
project Hub.AcceptanceTests 900
project Hub.ChaosTests 900
