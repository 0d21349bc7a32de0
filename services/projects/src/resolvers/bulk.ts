import { MAX_PAGE } from "@trame/kit/connection";
import type { Refusal } from "@trame/kit/refusal";
import { refusals } from "../errors.ts";

/** A bulk command takes no more than a page of a list. */
export const tooMany = (ids: readonly string[], field: string): Refusal[] =>
  ids.length > MAX_PAGE ? [refusals.tooManyAtOnce(MAX_PAGE, field)] : [];
