/** What an edition keeps, in order: ids of its items. */
export type Order = readonly string[];

interface Item {
  id: string;
  excluded: boolean;
  withdrawn: boolean;
}

export const orderOf = (items: readonly Item[]): string[] =>
  items.filter(({ excluded }) => !excluded).map(({ id }) => id);

/** One place up (-1) or down (+1); at the ends nothing moves. */
export function moved(order: Order, id: string, step: -1 | 1): string[] {
  const from = order.indexOf(id);
  const to = from + step;
  const other = order[to];
  if (from < 0 || other === undefined) return [...order];
  return order.with(from, other).with(to, id);
}

export const excluded = (order: Order, id: string): string[] => order.filter((other) => other !== id);

/** What is taken back comes last. */
export const included = (order: Order, id: string): string[] => (order.includes(id) ? [...order] : [...order, id]);
