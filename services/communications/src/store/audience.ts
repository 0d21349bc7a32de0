import { dayIn } from "@trame/kit/day";
import { family } from "@trame/kit/succession";
import type { Tx } from "../database.ts";
import type { Audience, Notice } from "../domain/notice.ts";

type Addressed = Pick<Notice, "personIds" | "audiences" | "exceptIds">;

/** For each notice: the persons named and those whose mandate is in force in one of its audiences, without whoever was erased. */
export async function recipientsOf(tx: Tx, notices: readonly Addressed[], now: Date): Promise<string[][]> {
  const holds = await holders(
    tx,
    notices.flatMap(({ audiences }) => audiences.filter(restricts)),
    now,
  );
  const all = notices.map(({ personIds, audiences, exceptIds }) => {
    const held = audiences.filter(restricts).flatMap(holds);
    return [...new Set([...personIds, ...held])].filter((id) => id !== "" && !exceptIds.includes(id));
  });
  const ids = [...new Set(all.flat())];
  if (ids.length === 0) return all;
  const erased = await tx.erasedPerson.findMany({ where: { id: { in: ids } }, select: { id: true } });
  const gone = new Set(erased.map(({ id }) => id));
  return all.map((persons) => persons.filter((id) => !gone.has(id)));
}

const restricts = ({ role, themeId, academyCode }: Audience) => Boolean(role || themeId || academyCode);

/** Who holds what the audiences name, read at once; then told audience by audience. */
async function holders(tx: Tx, audiences: readonly Audience[], now: Date): Promise<(of: Audience) => string[]> {
  if (audiences.length === 0) return () => [];
  const academies = audiences.some(({ academyCode }) => academyCode)
    ? await tx.academy.findMany({ select: { code: true, successorCode: true } })
    : [];
  const today = dayIn(now);
  const wanted = new Map(audiences.map((audience) => [keyOf(audience), audience]));
  const families = new Map(
    [...wanted.values()].flatMap(({ academyCode }) =>
      academyCode ? [[academyCode, family(academies, academyCode)] as const] : [],
    ),
  );
  const rows = await tx.mandate.findMany({
    where: {
      startsOn: { lte: today },
      AND: [{ OR: [{ endsOn: null }, { endsOn: { gte: today } }] }],
      OR: [...wanted.values()].map(({ role, themeId, academyCode }) => ({
        ...(role && { role }),
        ...(themeId && { themeId }),
        ...(academyCode && { academyCode: { in: families.get(academyCode) ?? [] } }),
      })),
    },
    select: { personId: true, role: true, themeId: true, academyCode: true },
  });
  return ({ role, themeId, academyCode }) =>
    rows.flatMap((row) => {
      const isOne =
        (!role || row.role === role) &&
        (!themeId || row.themeId === themeId) &&
        (!academyCode || families.get(academyCode)?.includes(row.academyCode ?? ""));
      return isOne ? [row.personId] : [];
    });
}

const keyOf = ({ role = "", themeId = "", academyCode = "" }: Audience) => `${role}/${themeId}/${academyCode}`;
