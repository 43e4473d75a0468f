#!/usr/bin/env bash
# leash.sh SIGNAL GRACE LOG COMMAND...
#
# Runs COMMAND and prints its pid. Whoever started this script holds the other end of its standard input, and that is
# the leash: when the end is closed, on purpose or because its holder was killed, COMMAND gets SIGNAL, and KILL after
# GRACE seconds. Ends with the exit code of COMMAND.
set -m # a process group for each background job: a Ctrl-C in the terminal is for the holder to deal with,
trap : INT # who may want to stop one child before the other
signal=$1 grace=$2 log=$3
shift 3
exec 3<&0

"$@" </dev/null >>"$log" 2>&1 3<&- &
child=$!

{
    cat <&3 # returns when the leash is let go; a process of its own, so it works even if this script is killed
    kill "-$signal" "$child"
    for ((tenth = 0; tenth < grace * 10; tenth++)); do
        kill -0 "$child" || exit 0
        sleep 0.1
    done
    kill -KILL "$child"
} >/dev/null 2>&1 &
watcher=$!

exec 3<&-
echo "$child" # only now: who knows the pid can rely on the watcher
exec >&-

while :; do
    wait "$child" 2>/dev/null
    code=$?
    kill -0 "$child" 2>/dev/null || break # `wait` also returns on a signal to us, or when the child is merely stopped
    sleep 0.2
done
kill -TERM -- "-$watcher" 2>/dev/null
exit "$code"
