import { OTHER_OPERATION } from "@trame/kit/measure-graphql";
import { OPERATIONS } from "./gen/operations.ts";

const known = new Set(OPERATIONS);

/** The planner names what it sends to a subgraph `Name__subgraph__0`. */
const PLANNED = /__\w+?__\d+$/;

/** The operation's name when the portal, an example or ourselves send it; anybody may invent others. */
export function knownOperation(name: string | null | undefined): string {
  const plain = name?.replace(PLANNED, "") ?? "";
  return known.has(plain) ? plain : OTHER_OPERATION;
}
