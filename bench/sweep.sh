#!/usr/bin/env bash
# Whole processes over the same logs, one after another: Bellbuoy's sweep, ripgrep with 14 fixed
# strings, yara with a handful of rules. Prints wall and processor time and millions of bytes a second.
#
#   bench/sweep.sh LOGS [RULES]
#
# LOGS   a folder of IIS logs (*.log, read with its subfolders); they are repeated to MEGABYTES (300)
# RULES  a folder of Sigma rules, for one run more
#
# Needs a build (run ./bellbuoy once), GNU time, and ripgrep and yara for their lines. RUNS (3) runs
# each, in turn; the best of each is told. Set BELLBUOY_JAVA_OPTIONS to try other options.
set -euo pipefail
[ $# -ge 1 ] || { sed -n '2,12p' "$0" >&2; exit 2; }
here=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd)
logs=$1
rules=${2:-}
megabytes=${MEGABYTES:-300}
runs=${RUNS:-3}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

root="$work/server/C/inetpub/logs/LogFiles/W3SVC1"
mkdir -p "$root"
find -L "$logs" -name '*.log' -type f -print0 | sort -z | xargs -0 cat >"$work/once"
[ -s "$work/once" ] || { echo "sweep.sh: no *.log under $logs" >&2; exit 1; }
for n in 1 2 3 4; do
  file="$root/u_ex25070$n.log"
  : >"$file"
  while [ "$(stat -c %s "$file")" -lt $((megabytes * 250000)) ]; do cat "$work/once" >>"$file"; done
done
rm "$work/once"
bytes=$(cat "$root"/*.log | wc -c)

cat >"$work/strings" <<'S'
/_layouts/15/toolpane.aspx
/_layouts/signout.aspx
spinstall0.aspx
displaymode=edit
/autodiscover/autodiscover.json
x-rps-cat=
/ecp/ddi/ddiservice.svc
/ecp/default.flt
/owa/auth/current/themes/resources/
/ruleseditor/inboxrules.svc
serverinfo~
__viewstategenerator=
/aspnet_client/
cmd.exe
S
cat >"$work/log.yar" <<'S'
rule tool_pane { strings: $a = "/_layouts/15/toolpane.aspx" nocase $b = "displaymode=edit" nocase condition: all of them }
rule start_page { strings: $a = /spinstall[0-9bp]?\.aspx/ nocase condition: $a }
rule autodiscover { strings: $a = "/autodiscover/autodiscover.json" nocase $b = "powershell" nocase condition: all of them }
rule control_panel { strings: $a = "/ecp/ddi/ddiservice.svc" nocase $b = "/ecp/default.flt" nocase condition: any of them }
rule rare_script { strings: $a = /\/aspnet_client\/[a-z0-9_]{1,40}\.aspx/ nocase $b = "cmd.exe" nocase condition: any of them }
S

one() { # name, command
  local best="" line
  for ((i = 0; i < runs; i++)); do
    line=$(/usr/bin/time -f '%e %U %S %M' "${@:2}" 2>&1 >/dev/null | tail -1 || true)
    if [ -z "$best" ] || awk -v a="$line" -v b="$best" 'BEGIN { split(a, x, " "); split(b, y, " "); exit !(x[2] + x[3] < y[2] + y[3]) }'; then
      best=$line
    fi
  done
  awk -v name="$1" -v line="$best" -v bytes="$bytes" 'BEGIN { split(line, t, " ")
    printf "%-28s %8.2f %8.2f %10.0f %12.0f %10.0f\n", name, t[1], t[2] + t[3], bytes / t[1] / 1e6, bytes / (t[2] + t[3]) / 1e6, t[4] / 1024 }'
}

echo "$((bytes / 1000000)) MB, best of $runs by processor time, load $(cut -d' ' -f1 /proc/loadavg), $(nproc) cores"
printf '%-28s %8s %8s %10s %12s %10s\n' "" "wall s" "cpu s" "MB/s wall" "MB/s of cpu" "RSS MB"
sweep=("$here/bellbuoy" server sweep "$work/server" --no-store --out "$work/out")
one "Bellbuoy" "${sweep[@]}"
[ -z "$rules" ] || one "Bellbuoy with Sigma rules" "${sweep[@]}" --rules "$rules"
if command -v rg >/dev/null; then one "ripgrep, 14 strings" rg --no-ignore -c -i -F -f "$work/strings" "$root"; fi
if command -v yara >/dev/null; then one "yara, 5 rules" yara -r "$work/log.yar" "$root"; fi
