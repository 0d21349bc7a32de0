import { present } from "@trame/kit/batch";
import { HOLDERS } from "../domain/erasure.ts";
import type { CorrectionResolvers, ErasureResolvers } from "../gen/schema.ts";

export const Erasure: ErasureResolvers = {
  /** Each service that has to forget, whether it has said so or not. */
  services: ({ acknowledgements }) =>
    HOLDERS.map((service) => {
      const said = acknowledgements.find((one) => one.service === service);
      return { service, erasedAt: said?.at ?? null, places: said?.places ?? null };
    }),
};

export const Correction: CorrectionResolvers = {
  person: async ({ personId }, _, { load }) => present(await load.person.load(personId)),
};
