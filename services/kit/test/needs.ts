/** Tests that need something which a machine may lack: skipped with one visible line; in CI that is a failure. */
export function describeWith(name: string, missing: string | undefined, tests: () => void): void {
  if (missing === undefined) {
    describe(name, tests);
    return;
  }
  const line = `${name}: skipped, ${missing}`;
  if (process.env.CI === "true") {
    test(name, () => {
      throw new Error(line);
    });
    return;
  }
  process.stderr.write(`${line}\n`);
  test.skip(line, () => {});
}
