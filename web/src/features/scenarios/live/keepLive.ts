const nameOf = (scenarioId: string) => `trame:direct:${scenarioId}`;

/** What the service does not have yet, in the window's own storage: it outlives a reload and a new sign-in. */
export function rememberState(scenarioId: string, state: Uint8Array | null): void {
  try {
    if (state === null) sessionStorage.removeItem(nameOf(scenarioId));
    else sessionStorage.setItem(nameOf(scenarioId), toText(state));
  } catch {
    // Storage is full or forbidden: the text is still on the page.
  }
}

export function recallState(scenarioId: string): Uint8Array | null {
  try {
    const text = sessionStorage.getItem(nameOf(scenarioId));
    return text ? Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0)) : null;
  } catch {
    return null;
  }
}

const toText = (bytes: Uint8Array) => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
