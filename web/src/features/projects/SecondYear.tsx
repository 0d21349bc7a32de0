import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import type { ThemeFollowUpFragment } from "../../gen/graphql.ts";
import { inFrench } from "../../language.ts";
import { anchorOf } from "../../ui/Section.tsx";
import { WhoCanAct } from "../people/Who.tsx";

/** What a theme of two years waits for before it enters the second (R46, R92), and whose turn it is. */
export const SecondYear = ({ gaps }: { gaps: ThemeFollowUpFragment["secondYearGaps"] }) =>
  gaps.length > 0 && (
    <>
      <p>{t`La seconde année commence à la rentrée, une fois faits :`}</p>
      <ul className="gaps">
        {gaps.map(({ code, message, field, requirement }) => (
          <li key={code} data-severity="BLOCKING">
            <p>
              <Trans>
                À faire :{" "}
                <a href={`#${anchorOf(field === "syntheses" ? t`Synthèses` : t`Conduite du thème`)}`} lang={inFrench}>
                  {message}
                </a>
              </Trans>
            </p>
            <p className="fr-hint-text">
              <Trans>
                À qui s’adresser : <WhoCanAct roles={[field === "syntheses" ? "EXPERT" : "PROGRAMME"]} />. Cahier des
                charges, {requirement}.
              </Trans>
            </p>
          </li>
        ))}
      </ul>
    </>
  );
