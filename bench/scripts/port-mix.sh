#!/usr/bin/env bash
# Builds a long capture for measuring the port watch: all captures below a folder, merged by time, ten times
# over with shifted times. Needs mergecap and editcap (Wireshark). Whole copies do not overlap for one
# connection unless its capture is longer than the shift.
# Usage: port-mix.sh FOLDER OUT.pcapng [COPIES]
set -euo pipefail
folder=$1
out=$2
copies=${3:-10}
shift_seconds=30000000
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mapfile -t captures < <(find "$folder" \( -name '*.pcap' -o -name '*.pcapng' \) | sort)
[ ${#captures[@]} -gt 0 ] || { echo "no captures below $folder" >&2; exit 1; }
mergecap -w "$work/one.pcapng" "${captures[@]}"
for ((i = 0; i < copies; i++)); do
  editcap -t $((i * shift_seconds)) "$work/one.pcapng" "$work/copy$i.pcapng"
done
mergecap -w "$out" "$work"/copy*.pcapng
capinfos -c -s -d "$out"
