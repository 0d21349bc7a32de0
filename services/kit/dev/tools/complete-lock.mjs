// Adds to package-lock.json the optional packages of other platforms that the registry in use does not serve.
// `npm install` drops them silently, and `npm ci` then refuses the lock file ("Missing: … from lock file").
import { readFileSync, writeFileSync } from "node:fs";

const file = new URL("../../../../package-lock.json", import.meta.url);
const lock = JSON.parse(readFileSync(file, "utf8"));
const has = (from, name) => {
  for (let at = from; ; at = at.slice(0, at.lastIndexOf("node_modules/")).replace(/\/$/, "")) {
    if (lock.packages[`${at}${at ? "/" : ""}node_modules/${name}`]) return true;
    if (!at) return false;
    if (!at.includes("node_modules/")) at = "";
  }
};
const OS = {
  darwin: "darwin",
  android: "android",
  win32: "win32",
  windows: "win32",
  freebsd: "freebsd",
  netbsd: "netbsd",
  openbsd: "openbsd",
  openharmony: "openharmony",
  sunos: "sunos",
  aix: "aix",
  linux: "linux",
};
const CPU = {
  x64: "x64",
  64: "x64",
  arm64: "arm64",
  arm: "arm",
  armv7: "arm",
  ia32: "ia32",
  ppc64: "ppc64",
  s390x: "s390x",
  riscv64: "riscv64",
  loong64: "loong64",
  mips64el: "mips64el",
  wasm32: "wasm32",
};
let added = 0;
for (const [at, entry] of Object.entries({ ...lock.packages })) {
  for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
    if (has(at, name)) continue;
    const words = name.split(/[-/]/);
    const os = words.map((w) => OS[w]).find(Boolean);
    const cpu = words.map((w) => CPU[w]).findLast(Boolean);
    const libc = words.some((w) => w.startsWith("musl")) ? "musl" : undefined;
    const stub = { version: range.replace(/^[~^]/, ""), optional: true };
    if (entry.dev) stub.dev = true;
    if (os) stub.os = [os];
    if (cpu) stub.cpu = [cpu];
    if (libc) stub.libc = [libc];
    if (!os && !cpu) stub.os = ["darwin"];
    lock.packages[`node_modules/${name}`] = stub;
    added++;
    if (!os && !cpu) console.log("no platform in the name:", name, "of", at);
  }
}
const root = lock.packages[""];
lock.packages = {
  "": root,
  ...Object.fromEntries(
    Object.entries(lock.packages)
      .filter(([k]) => k)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  ),
};
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`added ${added}`);
