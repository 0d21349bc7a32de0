import { faultLine, faultOf, faultText } from "../src/fault.ts";
import { createLogger } from "../src/log.ts";

const errorOf = (work: () => unknown): Error => {
  try {
    work();
  } catch (error) {
    return error as Error;
  }
  throw new Error("did not fail");
};

test("an error that is kept has lost the values that it quoted", () => {
  const duplicate = Object.assign(new Error('duplicate key value violates unique constraint "person_email_key"'), {
    code: "23505",
    detail: "Key (email)=(claire.martin@ac-rennes.fr) already exists.",
  });
  const invocation = new Error(
    'Invalid `db.person.create()` invocation in\n/app/x.ts:1:1\n\n  data: { name: "Claire Martin" }\n\nUnique constraint failed on the fields: (`email`)',
  );
  const failures = [
    duplicate,
    invocation,
    new Error('invalid input syntax for type uuid: "Claire Martin"'),
    new Error("no answer from claire.martin@ac-rennes.fr"),
    errorOf(() => JSON.parse('Claire Martin, "x"')),
    new Error("outer", { cause: new Error('Key (email)=(claire.martin@ac-rennes.fr): "Claire Martin"') }),
  ];
  for (const failure of failures) {
    const kept = `${JSON.stringify(faultOf(failure))} ${faultText(failure)}`;
    expect(kept).not.toMatch(/Claire|claire|@ac-rennes/);
  }
  expect(faultLine(duplicate)).toBe('Error: duplicate key value violates unique constraint "person_email_key"');
  expect(faultLine(invocation)).toBe("Error: Unique constraint failed on the fields: (`email`)");
  expect(faultText(new Error('cannot bear "noise"'))).toMatch(/^Error: cannot bear "noise"\n {4}at /);
});

test("a logged error goes through the same sieve", () => {
  const lines: string[] = [];
  const logger = createLogger("kit", "info", { write: (line) => void lines.push(line) });
  logger.error({ err: new Error("no answer from claire.martin@ac-rennes.fr") }, "failed");
  expect(JSON.parse(lines[0] ?? "")).toMatchObject({ msg: "failed", err: { message: "no answer from ‹adresse›" } });
});
