import { dayIn } from "@trame/kit/day";
import { family } from "@trame/kit/succession";
import type { Tx } from "../database.ts";
import type { Audience, Notice } from "../domain/notice.ts";

/** The persons named and those whose mandate is in force in one of the audiences, without whoever was erased. */
export async function recipientsOf(
  tx: Tx,
  { personIds, audiences, exceptIds }: Pick<Notice, "personIds" | "audiences" | "exceptIds">,
  now: Date,
): Promise<string[]> {
  const held = await holders(tx, audiences.filter(restricts), now);
  const all = [...new Set([...personIds, ...held])].filter((id) => id !== "" && !exceptIds.includes(id));
  if (all.length === 0) return [];
  const erased = await tx.erasedPerson.findMany({ where: { id: { in: all } }, select: { id: true } });
  const gone = new Set(erased.map(({ id }) => id));
  return all.filter((id) => !gone.has(id));
}

const restricts = ({ role, themeId, academyCode }: Audience) => Boolean(role || themeId || academyCode);

async function holders(tx: Tx, audiences: readonly Audience[], now: Date): Promise<string[]> {
  if (audiences.length === 0) return [];
  const academies = audiences.some(({ academyCode }) => academyCode)
    ? await tx.academy.findMany({ select: { code: true, successorCode: true } })
    : [];
  const today = dayIn(now);
  const rows = await tx.mandate.findMany({
    where: {
      startsOn: { lte: today },
      AND: [{ OR: [{ endsOn: null }, { endsOn: { gte: today } }] }],
      OR: audiences.map(({ role, themeId, academyCode }) => ({
        ...(role && { role }),
        ...(themeId && { themeId }),
        ...(academyCode && { academyCode: { in: family(academies, academyCode) } }),
      })),
    },
    select: { personId: true },
    distinct: ["personId"],
  });
  return rows.map(({ personId }) => personId);
}
