import { spawn } from "node:child_process";

/** Watches over a process of ours, and its folder, for the case that we die without a chance to stop it. */
export interface Guard {
  /** The process was stopped in good order: nothing is left to watch. */
  release(): void;
}

/**
 * A shell that waits for the end of our side of a pipe, which comes with our death, even by SIGKILL; then it ends the
 * process and removes the folder. Windows has no such shell: there a killed parent leaves its child.
 */
export function guard(pid: number, signal: "QUIT" | "KILL", folder?: string): Guard {
  if (process.platform === "win32") return { release: () => {} };
  const script = `trap '' INT TERM HUP
while read -r word; do [ "$word" = released ] && exit 0; done
kill -${signal} "$1" 2>/dev/null
[ -n "$2" ] || exit 0
for i in 1 2 3 4 5 6 7 8 9 10; do kill -0 "$1" 2>/dev/null || break; sleep 0.5; done
rm -rf -- "$2"`;
  const shell = spawn("/bin/sh", ["-c", script, "trame-guard", String(pid), folder ?? ""], {
    detached: true,
    cwd: "/",
    stdio: ["pipe", "ignore", "ignore"],
  });
  shell.unref();
  (shell.stdin as unknown as { unref(): void }).unref();
  shell.stdin.on("error", () => {});
  return { release: () => shell.stdin.end("released\n") };
}
