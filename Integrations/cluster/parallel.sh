#!/usr/bin/env bash
# Draws a set of figures on several machines that share no folder, with GNU parallel, ssh and rsync.
#
# usage: parallel.sh HOSTS SOURCES FIGURES [option of chaingraph batch]...
#   HOSTS    a file that names a machine a line, as `parallel --sshloginfile` reads it
#   SOURCES  the folder of the sources
#   FIGURES  the folder for the figures
#
# Each machine has the same chaingraph at the same place on its path. It is lent a copy of the sources,
# draws one shard at a time on all its cores, and keeps nothing. What comes back, a folder a shard, is
# merged by copying. SHARDS=n splits into n parts rather than one a machine. Ends with the number of
# shards in which something failed; what did not fail is kept.
set -euo pipefail

if [ $# -lt 3 ]; then
  echo "usage: parallel.sh HOSTS SOURCES FIGURES [option of chaingraph batch]..." >&2
  exit 64
fi
hosts=$(realpath "$1")
sources=$(realpath "$2")
mkdir -p "$3"
figures=$(realpath "$3")
shift 3
# GNU parallel lends nothing to the machine it runs on when that is named in its own way.
if grep -q '^[[:space:]]*\([0-9]*/\)\?:[[:space:]]*$' "$hosts"; then
  echo "parallel.sh: name this machine localhost, not :" >&2
  exit 64
fi
shards=${SHARDS:-$(grep -cv '^[[:space:]]*\(#\|$\)' "$hosts")}

parts=$(mktemp -d)
trap 'rm -rf "$parts"' EXIT
cd "$parts"
status=0
# What stands behind /./ is put below the working folder that each shard has on its machine.
seq "$shards" | parallel --sshloginfile "$hosts" --jobs 1 --workdir ... --quote \
  --transferfile "$(dirname "$sources")/./$(basename "$sources")" --return 'part-{}' --cleanup \
  chaingraph batch "$(basename "$sources")" -o 'part-{}' --shard "{}/$shards" "$@" || status=$?
lost=0
for shard in $(seq "$shards"); do
  if [ -d "part-$shard" ]; then
    cp -a "part-$shard/." "$figures"
  else
    echo "parallel.sh: nothing came back of shard $shard of $shards" >&2
    lost=$((lost + 1))
  fi
done
# A machine may lose a shard and yet end well.
if [ "$status" -eq 0 ]; then status=$lost; fi
exit "$status"
