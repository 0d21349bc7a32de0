/** A table of copies, as Prisma's client has it. */
interface Copies<Key extends object, Data extends object> {
  createMany(args: { data: (Key & Data & Version)[]; skipDuplicates: true }): Promise<unknown>;
  updateMany(args: { where: Key & { version: { lt: number } }; data: Data & Version }): Promise<{ count: number }>;
}

interface Version {
  version: number;
}

/** Keeps a copy of what another service told, and says whether it is news: a stale event changes nothing, versions only grow. */
export async function keepCopy<Key extends object, Data extends object>(
  table: Copies<Key, Data>,
  key: Key,
  data: Data,
  version: number,
): Promise<boolean> {
  await table.createMany({ data: [{ ...key, ...data, version: 0 }], skipDuplicates: true });
  const { count } = await table.updateMany({ where: { ...key, version: { lt: version } }, data: { ...data, version } });
  return count > 0;
}
