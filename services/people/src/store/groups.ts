import { aggregate } from "@trame/kit/aggregate";
import { topics } from "@trame/proto-schemas/topics";
import type { Tx } from "../database.ts";
import type { Gap } from "../domain/composition.ts";
import {
  type AcademicGroup,
  type AcademicGroupFact,
  type Agreement,
  evolveAcademicGroup,
  evolveNationalGroup,
  type NationalGroup,
  type NationalGroupFact,
  type Seat,
} from "../domain/group.ts";
import { tellAcademicGroup, tellNationalGroup } from "../events.ts";
import type { AcademicGroup as AcademicRow, NationalGroup as NationalRow } from "../gen/prisma/client.ts";

/** The only writer of academic groups. */
export const academicGroups = aggregate<Tx, AcademicGroup, AcademicGroupFact>({
  name: "AcademicGroup",
  label: "Ce groupe académique",
  topic: topics.people,
  async lock(tx, id) {
    await tx.$queryRaw`select 1 as one from academic_group where id = ${id}::uuid for update`;
    const row = await tx.academicGroup.findUnique({ where: { id } });
    return row && toAcademicGroup(row);
  },
  insert: async (tx, group) => void (await tx.academicGroup.create({ data: academicRow(group) })),
  update: async (tx, group) =>
    void (await tx.academicGroup.update({ where: { id: group.id }, data: academicRow(group) })),
  evolve: evolveAcademicGroup,
  tell: tellAcademicGroup,
});

/** The only writer of national groups. */
export const nationalGroups = aggregate<Tx, NationalGroup, NationalGroupFact>({
  name: "NationalGroup",
  label: "Ce groupe national",
  topic: topics.people,
  async lock(tx, id) {
    await tx.$queryRaw`select 1 as one from national_group where id = ${id}::uuid for update`;
    const row = await tx.nationalGroup.findUnique({ where: { id } });
    return row && toNationalGroup(row);
  },
  insert: async (tx, group) => void (await tx.nationalGroup.create({ data: nationalRow(group) })),
  update: async (tx, group) =>
    void (await tx.nationalGroup.update({ where: { id: group.id }, data: nationalRow(group) })),
  evolve: evolveNationalGroup,
  tell: tellNationalGroup,
});

type StoredAgreement = Omit<Agreement, "at"> & { at: string };

export function toAcademicGroup({ seats, gaps, agreements, ...rest }: AcademicRow): AcademicGroup {
  return {
    ...rest,
    seats: seats as unknown as Seat[],
    gaps: gaps as unknown as Gap[],
    agreements: (agreements as unknown as StoredAgreement[]).map(({ at, ...agreement }) => ({
      ...agreement,
      at: new Date(at),
    })),
  };
}

export const toNationalGroup = ({ seats, gaps, ...rest }: NationalRow): NationalGroup => ({
  ...rest,
  seats: seats as unknown as Seat[],
  gaps: gaps as unknown as Gap[],
});

const academicRow = ({ agreements, ...group }: AcademicGroup) => ({
  ...nationalRow(group),
  agreements: agreements.map(({ at, ...agreement }) => ({ ...agreement, at: at.toISOString() })),
});

const nationalRow = <G extends { seats: Seat[]; gaps: Gap[] }>({ seats, gaps, ...group }: G) => ({
  ...group,
  seats: seats.map((seat) => ({ ...seat })),
  gaps: gaps.map((gap) => ({ ...gap })),
});
