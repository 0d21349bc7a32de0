import { aggregate, type Command } from "@trame/kit/aggregate";
import { dayIn } from "@trame/kit/day";
import { newId } from "@trame/kit/id";
import { notFound, refuse } from "@trame/kit/refusal";
import { topics } from "@trame/proto-schemas/topics";
import type { Tx } from "../database.ts";
import {
  addPartner as add,
  endPartner as end,
  evolvePartner,
  type Partner,
  type PartnerFact,
} from "../domain/partner.ts";
import type { Partner as PartnerRow } from "../gen/prisma/client.ts";
import { policy } from "../policy.ts";
import { academyFamily } from "./academies.ts";

/** The only writer of partners; nobody else is told of them. */
const partners = aggregate<Tx, Partner, PartnerFact>({
  name: "Partner",
  label: "Ce partenaire",
  topic: topics.people,
  async lock(tx, id) {
    await tx.$queryRaw`select 1 as one from partner where id = ${id}::uuid for update`;
    const row = await tx.partner.findUnique({ where: { id } });
    return row && toPartner(row);
  },
  insert: async (tx, partner) => void (await tx.partner.create({ data: partner })),
  update: async (tx, partner) => void (await tx.partner.update({ where: { id: partner.id }, data: partner })),
  evolve: evolvePartner,
  tell: () => null,
});

export async function addPartner(
  tx: Tx,
  command: Command,
  input: Pick<Partner, "groupId" | "kind" | "name" | "support" | "contact">,
): Promise<string> {
  await demandGroup(tx, command, input.groupId);
  const present = await tx.partner.findMany({ where: { groupId: input.groupId } });
  await partners.create(tx, command, add({ id: newId(), ...input }, present));
  return input.groupId;
}

export async function endPartner(tx: Tx, command: Command, id: string): Promise<string> {
  const row = await tx.partner.findUnique({ where: { id }, select: { groupId: true } });
  if (!row) refuse(notFound("Ce partenaire", "partnerId"));
  await demandGroup(tx, command, row.groupId);
  await partners.change(tx, command, id, (partner) => end(partner, dayIn(command.at)));
  return row.groupId;
}

async function demandGroup(tx: Tx, { by }: Command, groupId: string): Promise<void> {
  const group = await tx.academicGroup.findUnique({ where: { id: groupId } });
  if (!group) refuse(notFound("Ce groupe académique", "academicGroupId"));
  policy.demand(by, "namePartner", {
    academyCodes: await academyFamily(tx, group.academyCode),
    themeId: group.themeId,
  });
}

export const toPartner = ({ kind, ...rest }: PartnerRow): Partner => ({ ...rest, kind: kind as Partner["kind"] });
