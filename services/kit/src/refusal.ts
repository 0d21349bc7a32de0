/** The closed set of reasons to refuse. */
export type RefusalKind = "INVALID" | "RULE" | "CONFLICT" | "FORBIDDEN";

/** A refusal is data: nothing was written. */
export interface Refusal {
  kind: RefusalKind;
  /** Stable, for programs. */
  code: string;
  /** A French sentence, for the person. */
  message: string;
  /** Path of the field in the command's input. */
  field?: string;
  /** The requirement behind it: R01 to R98. */
  requirement?: string;
}

/** Carries refusals out of a transaction, which rolls back. */
export class Refusals extends Error {
  readonly refusals: readonly Refusal[];
  /** On a conflict, what the thing is now. */
  readonly currentId?: string;
  constructor(refusals: readonly Refusal[], currentId?: string) {
    super(refusals.map(({ code }) => code).join(", "));
    this.name = "Refusals";
    this.refusals = refusals;
    this.currentId = currentId;
  }
}

export function refuse(...refusals: Refusal[]): never {
  throw new Refusals(refusals);
}

/** Refuses when there is something to refuse: rules return lists, so that a person reads all of them at once. */
export function refuseAll(refusals: readonly Refusal[]): void {
  if (refusals.length > 0) throw new Refusals(refusals);
}

/** What a service's catalogue says when a rule of the programme stands against it. */
export const rule = (code: string, message: string, requirement?: string, field?: string): Refusal => ({
  kind: "RULE",
  code,
  message,
  requirement,
  field,
});

/** And when the input itself is not right. */
export const invalid = (code: string, message: string, field: string, requirement?: string): Refusal => ({
  kind: "INVALID",
  code,
  message,
  field,
  requirement,
});

export const forbidden = (code = "FORBIDDEN", message = "Vous n'avez pas ce droit."): Refusal => ({
  kind: "FORBIDDEN",
  code,
  message,
});

export const notFound = (what: string, field?: string): Refusal => ({
  kind: "INVALID",
  code: "NOT_FOUND",
  message: `${what} est introuvable.`,
  field,
});

export const changedMeanwhile = (): Refusal => ({
  kind: "CONFLICT",
  code: "CHANGED_MEANWHILE",
  message: "Une autre personne a modifié cette page entre-temps. Relisez-la, puis recommencez.",
  field: "expectedVersion",
});

/** A text that a person must fill in. */
export const required = (field: string, what: string, requirement?: string): Refusal => ({
  kind: "INVALID",
  code: "REQUIRED",
  message: `${what} est à renseigner.`,
  field,
  requirement,
});
