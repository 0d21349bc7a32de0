import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import type { NationalGroupScreenQuery } from "../../gen/graphql.ts";
import { Reveal } from "../../ui/Reveal.tsx";
import { Section } from "../../ui/Section.tsx";
import { AppointForm } from "./AppointForm.tsx";
import type { Period } from "./period.ts";
import { appointing, can, type SeatRole } from "./rights.ts";

const roles = ["REFERENT", "PILOT"] as const satisfies SeatRole[];

interface AcademySeatsProps {
  data: NationalGroupScreenQuery;
  themeId: string;
  dates: Period;
  onDone: () => void;
}

/** Before its application is retained an academy has no group for the theme: who will draft and steer is named here. */
export function AcademySeats({ data: { viewer, disciplines }, themeId, dates, onDone }: AcademySeatsProps) {
  const academies = new Map(
    (viewer?.mandates ?? []).flatMap(({ academy }) => (academy ? [[academy.code, academy]] : [])),
  );
  const mine = [...academies.values()].flatMap((academy) => {
    const scope = { academyCodes: [academy.code], themeId };
    const given = roles.filter((role) => can(viewer, appointing[role], scope));
    return given.length > 0 ? [{ academy, given }] : [];
  });
  if (mine.length === 0) return null;
  return (
    <Section title={t`Mon académie`}>
      <p>
        <Trans>
          Une académie candidate par son ou sa professeur·e référent·e : nommez-le ou la ici, avec l’inspection qui
          pilotera, avant de commencer la candidature.
        </Trans>
      </p>
      {mine.map(({ academy, given }) => (
        <div key={academy.code}>
          <Reveal label={t`Nommer pour l’académie : ${academy.name}`}>
            {() => (
              <AppointForm
                roles={given}
                place={{ themeId, academy, disciplines: disciplines ?? [] }}
                dates={dates}
                onDone={onDone}
              />
            )}
          </Reveal>
        </div>
      ))}
    </Section>
  );
}
