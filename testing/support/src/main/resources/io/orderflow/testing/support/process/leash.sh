# leash.sh LOG COMMAND...
#
# Runs COMMAND and prints its pid. Whoever started this script holds the other end of its standard input: when that end
# is closed, on purpose or because its holder was killed, COMMAND is killed, even a stopped one. Ends with the exit code
# of COMMAND.
log=$1
shift
exec 3<&0

"$@" </dev/null >>"$log" 2>&1 3<&- &
child=$!

{
    read -r _ <&3 # returns when the leash is let go
    kill -KILL "$child"
} >/dev/null 2>&1 &
watcher=$!

exec 3<&-
echo "$child" # only now: who knows the pid can rely on the watcher
exec >&-

wait "$child" 2>/dev/null
code=$?
kill -KILL "$watcher" 2>/dev/null
exit "$code"
