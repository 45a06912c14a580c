// Installs the coastlines with "npm ci", unless the wanted version already lies in node_modules:
// a build that has them must work without a network.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";

const folder = "node_modules/world-atlas";
const wanted = JSON.parse(readFileSync("package.json", "utf8")).dependencies["world-atlas"];

function installedVersion() {
  try {
    return JSON.parse(readFileSync(`${folder}/package.json`, "utf8")).version;
  } catch {
    return undefined;
  }
}

const complete = ["land-10m.json", "land-50m.json", "LICENSE"].every((f) => existsSync(`${folder}/${f}`));
if (!complete || installedVersion() !== wanted) {
  const npm = spawnSync(
    "npm ci --no-audit --no-fund --ignore-scripts --loglevel=error",
    { stdio: "inherit", shell: true },
  );
  process.exit(npm.status ?? 1);
}
