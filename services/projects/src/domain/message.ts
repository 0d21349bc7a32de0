import { type Refusal, required } from "@trame/kit/refusal";
import { refusals } from "../errors.ts";

/** Who reads a message: everybody who reads the application, the academy's own side, or the office's side. */
export type Audience = "EVERYONE" | "ACADEMY" | "OFFICE";

const LONGEST = 5000;

export const messageFits = (text: string): Refusal[] => [
  ...(text.trim() === "" ? [required("text", "Le message")] : []),
  ...(text.length > LONGEST ? [refusals.messageTooLong(LONGEST)] : []),
];
