/** An entry of a nomenclature that another may have followed. */
export interface Succeeded {
  code: string;
  successorCode: string | null;
}

/** An entry's code with those that it came from or went into, its own first. */
export function family(entries: readonly Succeeded[], code: string): string[] {
  const successor = entries.find((entry) => entry.code === code)?.successorCode;
  const predecessors = entries.filter((entry) => entry.successorCode === code).map((entry) => entry.code);
  return [code, ...(successor ? [successor] : []), ...predecessors];
}
