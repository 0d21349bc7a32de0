/** What was typed and not yet saved, with the fields as they were when their editing began. */
export interface Kept<Fields> {
  unsaved: Partial<Fields>;
  base: Partial<Fields>;
}

const nameOf = (key: string) => `trame:brouillon:${key}`;

/** The session's storage, not the lasting one: school computers are shared. It outlives a sign-in and a cut network. */
export function remember<Fields extends object>(key: string, unsaved: Partial<Fields>, base: Partial<Fields>): void {
  try {
    if (Object.keys(unsaved).length === 0) sessionStorage.removeItem(nameOf(key));
    else sessionStorage.setItem(nameOf(key), JSON.stringify({ unsaved, base }));
  } catch {
    // Storage is full or forbidden: the text is still on the page.
  }
}

export function recall<Fields extends object>(key: string): Kept<Fields> | null {
  try {
    const text = sessionStorage.getItem(nameOf(key));
    return text ? (JSON.parse(text) as Kept<Fields>) : null;
  } catch {
    return null;
  }
}
