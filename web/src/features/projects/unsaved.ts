import type { Draft } from "./revision.ts";

/** What was typed and not yet saved, kept in this window: it outlives the end of a session and a cut network. */
const keyOf = (applicationId: string) => `trame.candidature.${applicationId}`;

export function keep(applicationId: string, draft: Draft): void {
  try {
    sessionStorage.setItem(keyOf(applicationId), JSON.stringify(draft));
  } catch {
    // A browser that refuses storage still saves to the server.
  }
}

export function forget(applicationId: string): void {
  try {
    sessionStorage.removeItem(keyOf(applicationId));
  } catch {
    // As above.
  }
}

export function recall(applicationId: string): Draft | null {
  try {
    const text = sessionStorage.getItem(keyOf(applicationId));
    return text ? (JSON.parse(text) as Draft) : null;
  } catch {
    return null;
  }
}
