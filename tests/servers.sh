#!/usr/bin/env bash
# Private RabbitMQ and PostgreSQL on loopback, for tests and benchmarks. Needs no systemd and no root; installs nothing.
#
#   servers.sh start|stop|restart [pg|mq]   both servers, or one of them; starting what runs already does nothing
#   servers.sh kill9-pg|kill9-mq            SIGKILL, as a power cut would: no checkpoint, no goodbye
#   servers.sh wipe-mq                      stop RabbitMQ, delete everything it knows, start it empty
#   servers.sh status | env | clean         what is up | exports for the tests | stop and delete the data
#   servers.sh ctl ...                      rabbitmqctl of this node
#
# HUB_SERVERS_DIR     data, logs and the ports chosen (default $TMPDIR/hub-test-servers); two runs with two folders live side by side
# HUB_PG_PORT, HUB_MQ_PORT, HUB_MGMT_PORT, HUB_EPMD_PORT, HUB_DIST_PORT   free ports are chosen unless given
# HUB_SERVERS_OWNER   process id: when that process is gone, the servers are stopped and their folder is deleted
set -euo pipefail

ROOT=${HUB_SERVERS_DIR:-${TMPDIR:-/tmp}/hub-test-servers}
PGD=$ROOT/pg
MQD=$ROOT/mq
MQBIN=/usr/lib/rabbitmq/bin
PGBIN=$(find /usr/lib/postgresql -maxdepth 2 -name bin 2>/dev/null | sort -V | tail -1)

portopen() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# Below the range that the kernel hands out to clients, so that no outgoing connection sits on it by chance.
freeport() {
  local port
  while :; do
    port=$((20000 + (RANDOM * 32768 + RANDOM) % 12000))
    portopen "$port" || { echo "$port"; return; }
  done
}

ports() {
  # shellcheck disable=SC1091
  [ -f "$ROOT/ports" ] && . "$ROOT/ports"
  PG_PORT=${HUB_PG_PORT:-${PG_PORT:-$(freeport)}}
  MQ_PORT=${HUB_MQ_PORT:-${MQ_PORT:-$(freeport)}}
  MGMT_PORT=${HUB_MGMT_PORT:-${MGMT_PORT:-$(freeport)}}
  EPMD_PORT=${HUB_EPMD_PORT:-${EPMD_PORT:-$(freeport)}}
  DIST_PORT=${HUB_DIST_PORT:-${DIST_PORT:-$(freeport)}}
}

# Both servers refuse to run as root.
if [ "$(id -u)" = 0 ]; then
  as_pg() { runuser -u postgres -- "$@"; }
  as_mq() { runuser -u rabbitmq -- "$@"; }
  own() { chown -R "$1:" "$2"; }
else
  as_pg() { "$@"; }
  as_mq() { "$@"; }
  own() { :; }
fi

# A clean environment: settings of a RabbitMQ that the machine runs for others must not leak in.
# The schedulers' busy wait is off: it would take a core from the tests.
mq_env() {
  as_mq env -i PATH=/usr/local/bin:/usr/bin:/bin LANG=C.UTF-8 "HOME=$MQD" \
    RABBITMQ_CONF_ENV_FILE="$MQD/none" RABBITMQ_CONFIG_FILE="$MQD/rabbitmq" RABBITMQ_ENABLED_PLUGINS_FILE="$MQD/enabled_plugins" \
    RABBITMQ_NODENAME=hub@localhost RABBITMQ_MNESIA_BASE="$MQD/data" RABBITMQ_LOG_BASE="$MQD/log" RABBITMQ_PID_FILE="$MQD/data/pid" \
    RABBITMQ_DIST_PORT="$DIST_PORT" ERL_EPMD_PORT="$EPMD_PORT" ERL_EPMD_ADDRESS=127.0.0.1 \
    RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS="-kernel inet_dist_use_interface {127,0,0,1} +sbwt none +sbwtdcpu none +sbwtdio none" \
    RABBITMQ_CTL_ERL_ARGS="-kernel inet_dist_use_interface {127,0,0,1}" "$@"
}

# A killed process may stay a zombie of a parent that never looks (process 1 of many containers): kill -0 would call it alive.
alive() { case $(sed -n 's/^State:[[:space:]]*\(.\).*/\1/p' "/proc/$1/status" 2>/dev/null) in '' | Z | X) return 1 ;; esac; }
pg_pid() { [ -s "$PGD/data/postmaster.pid" ] && alive "$(head -1 "$PGD/data/postmaster.pid")" && head -1 "$PGD/data/postmaster.pid"; }
# By its home folder and not by its pid file: a node that is still booting has none yet.
mq_pid() { pgrep -o -f "beam.smp .* -home $MQD "; }

gone() {
  local pid=$1 tenths=$2
  for _ in $(seq "$tenths"); do
    alive "$pid" || return 0
    sleep 0.1
  done
  return 1
}

init_pg() {
  mkdir -p "$PGD"
  chmod 700 "$PGD"
  own postgres "$PGD"
  as_pg "$PGBIN/initdb" -D "$PGD/data" -U hub --auth=trust -E UTF8 --locale=C.UTF-8 >"$ROOT/initdb.log" 2>&1 ||
    { cat "$ROOT/initdb.log"; return 1; }
  as_pg tee -a "$PGD/data/postgresql.conf" >/dev/null <<CONF
listen_addresses = '127.0.0.1'
port = $PG_PORT
unix_socket_directories = ''
max_connections = 200
shared_buffers = 256MB
max_wal_size = 4GB
synchronous_commit = on
CONF
  # Roles that are members of "logins" need their password; everybody else is trusted. The first line that fits counts.
  as_pg sed -i '1i host all +logins 127.0.0.1/32 scram-sha-256' "$PGD/data/pg_hba.conf"
}

start_pg() {
  [ -f "$PGD/data/PG_VERSION" ] || init_pg
  if pg_pid >/dev/null; then echo "postgres: runs already"; return; fi
  as_pg "$PGBIN/pg_ctl" -D "$PGD/data" -l "$PGD/log" -w -t 60 start >/dev/null || { tail -20 "$PGD/log"; return 1; }
  as_pg "$PGBIN/psql" -h 127.0.0.1 -p "$PG_PORT" -U hub -d postgres -Atqc "select 1 from pg_database where datname = 'hub'" | grep -q 1 ||
    as_pg "$PGBIN/createdb" -h 127.0.0.1 -p "$PG_PORT" -U hub hub
  as_pg "$PGBIN/psql" -h 127.0.0.1 -p "$PG_PORT" -U hub -d postgres -Atqc "select 1 from pg_roles where rolname = 'logins'" | grep -q 1 ||
    as_pg "$PGBIN/psql" -h 127.0.0.1 -p "$PG_PORT" -U hub -d postgres -Atqc "create role logins nologin"
  echo "postgres: up on 127.0.0.1:$PG_PORT"
}

init_mq() {
  mkdir -p "$MQD/data" "$MQD/log"
  [ -s "$MQD/.erlang.cookie" ] || head -c 18 /dev/urandom | base64 | tr -dc A-Za-z0-9 >"$MQD/.erlang.cookie"
  printf '[rabbitmq_management].\n' >"$MQD/enabled_plugins"
  cat >"$MQD/rabbitmq.conf" <<CONF
listeners.tcp.1 = 127.0.0.1:$MQ_PORT
management.tcp.ip = 127.0.0.1
management.tcp.port = $MGMT_PORT
loopback_users.guest = true
log.console = false
CONF
  chmod 600 "$MQD/.erlang.cookie"
  own rabbitmq "$MQD"
}

# Right after a stop, a dying epmd or a lingering listener can make a boot fail: a dead boot is seen at once and tried again.
start_mq() {
  local try boot
  init_mq
  if mq_pid >/dev/null; then echo "rabbitmq: runs already"; return; fi
  for try in 1 2 3; do
    (mq_env setsid "$MQBIN/rabbitmq-server" >"$MQD/log/boot.$try" 2>&1 </dev/null) &
    boot=$!
    # The ports are polled, since each rabbitmqctl boots an Erlang machine of its own.
    for _ in $(seq 300); do
      if portopen "$MQ_PORT" && portopen "$MGMT_PORT" && mq_pid >/dev/null; then
        echo "rabbitmq: up on 127.0.0.1:$MQ_PORT, management on :$MGMT_PORT"
        return
      fi
      kill -0 "$boot" 2>/dev/null || break
      sleep 0.1
    done
    kill9_mq quietly
    stop_epmd
  done
  echo "rabbitmq did not start:"
  tail -n 20 "$MQD/log/boot."* || true
  return 1
}

stop_pg() {
  if pg_pid >/dev/null; then
    as_pg "$PGBIN/pg_ctl" -D "$PGD/data" -m fast -t 20 -w stop >/dev/null || kill9_pg quietly
    echo "postgres: stopped"
  fi
}

stop_mq() {
  local pid
  if pid=$(mq_pid); then
    kill -TERM "$pid"
    gone "$pid" 200 || kill -KILL "$pid"
    echo "rabbitmq: stopped"
  fi
  stop_epmd
}

stop_epmd() {
  portopen "$EPMD_PORT" || return 0
  mq_env epmd -port "$EPMD_PORT" -kill >/dev/null 2>&1 || true
  for _ in $(seq 30); do
    portopen "$EPMD_PORT" || return 0
    sleep 0.1
  done
}

# The server processes go with the postmaster: left alone they hold its shared memory for a moment and keep the next start waiting.
# So does its pid file, when the dead one is still a zombie.
kill9_pg() {
  local pid children
  pid=$(pg_pid) || { echo "postgres: not running"; return; }
  children=$(pgrep -P "$pid" || true)
  # shellcheck disable=SC2086
  kill -KILL "$pid" $children 2>/dev/null || true
  gone "$pid" 50 || true
  rm -f "$PGD/data/postmaster.pid"
  [ "${1:-}" = quietly ] || echo "postgres: killed"
}

kill9_mq() {
  local pid
  pid=$(mq_pid) || { [ "${1:-}" = quietly ] || echo "rabbitmq: not running"; return 0; }
  kill -KILL "$pid" 2>/dev/null || true
  gone "$pid" 50 || true
  [ "${1:-}" = quietly ] || echo "rabbitmq: killed"
}

# Both at once; waits for both and fails when either fails.
both() {
  local first second result=0
  "$1" & first=$!
  "$2" & second=$!
  wait "$first" || result=1
  wait "$second" || result=1
  return $result
}

watch_owner() {
  [ -n "${HUB_SERVERS_OWNER:-}" ] || return 0
  [ -f "$ROOT/watched" ] && return 0
  : >"$ROOT/watched"
  HUB_SERVERS_OWNER='' setsid bash -c '
    while kill -0 "$1" 2>/dev/null && [ -f "$2/watched" ]; do sleep 1; done
    [ ! -f "$2/watched" ] || HUB_SERVERS_DIR="$2" bash "$3" clean' watch "$HUB_SERVERS_OWNER" "$ROOT" "$(realpath "$0")" \
    >/dev/null 2>&1 </dev/null &
}

begin() {
  mkdir -p "$ROOT"
  chmod 755 "$ROOT"
  printf 'PG_PORT=%s\nMQ_PORT=%s\nMGMT_PORT=%s\nEPMD_PORT=%s\nDIST_PORT=%s\n' "$PG_PORT" "$MQ_PORT" "$MGMT_PORT" "$EPMD_PORT" "$DIST_PORT" >"$ROOT/ports"
  watch_owner
  case "${1:-}" in pg) start_pg ;; mq) start_mq ;; *) both start_pg start_mq ;; esac
}

finish() { case "${1:-}" in pg) stop_pg ;; mq) stop_mq ;; *) both stop_mq stop_pg ;; esac; }

ports
case "${1:-}" in
  start) begin "${2:-}" ;;
  stop) finish "${2:-}" ;;
  restart) finish "${2:-}"; begin "${2:-}" ;;
  kill9-pg) kill9_pg ;;
  kill9-mq) kill9_mq ;;
  wipe-mq) kill9_mq quietly; rm -rf "$MQD/data"; start_mq ;;
  status)
    pg_pid >/dev/null && portopen "$PG_PORT" && echo "postgres: up" || echo "postgres: down"
    mq_pid >/dev/null && portopen "$MQ_PORT" && echo "rabbitmq: up" || echo "rabbitmq: down"
    ;;
  env)
    echo "export HUB_TEST_POSTGRES='Host=127.0.0.1;Port=$PG_PORT;Username=hub;Database=hub'"
    echo "export HUB_TEST_RABBITMQ='amqp://guest:guest@127.0.0.1:$MQ_PORT'"
    echo "export HUB_TEST_RABBITMQ_MANAGEMENT='http://guest:guest@127.0.0.1:$MGMT_PORT'"
    ;;
  ctl) shift; mq_env "$MQBIN/rabbitmqctl" "$@" ;;
  clean) rm -f "$ROOT/watched"; finish; rm -rf "$ROOT" ;;
  *) sed -n '4,8s/^#   //p' "$0"; exit 2 ;;
esac
