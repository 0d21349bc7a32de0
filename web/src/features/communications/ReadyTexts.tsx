import { t } from "@lingui/core/macro";
import type { PublicationLogFragment } from "../../gen/graphql.ts";
import { inFrench } from "../../language.ts";

/** To copy into each network before the relay is recorded. */
export const ReadyTexts = ({ texts }: { texts: PublicationLogFragment["relayTexts"] }) => (
  <details>
    <summary>{t`Textes prêts, par réseau`}</summary>
    {texts.map(({ network, text: ready }) => (
      <section key={network}>
        <h4 className="fr-text--bold">{network}</h4>
        <p className="ready-text" lang={inFrench}>
          {ready}
        </p>
      </section>
    ))}
  </details>
);
