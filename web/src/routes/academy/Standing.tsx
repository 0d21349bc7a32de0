import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Link } from "react-router";
import type { AcademyPageQuery } from "../../gen/graphql.ts";
import { inFrench } from "../../language.ts";
import { Facts } from "../../ui/Facts.tsx";
import { Figures } from "../../ui/Figures.tsx";
import { figure } from "../../ui/plural.ts";
import { Section } from "../../ui/Section.tsx";
import { Unavailable } from "../../ui/Unavailable.tsx";

type Academy = NonNullable<AcademyPageQuery["academy"]>;

interface ContactsProps {
  academy: Academy;
  failed: (field: string) => boolean;
}

/** What the teams have produced, in figures, before the lists. */
export function AtAGlance({ academy: { projects, scenarios, materials, modules } }: { academy: Academy }) {
  const figures = [
    projects && { value: figure(projects.totalCount), label: t`projets retenus` },
    scenarios && { value: figure(scenarios.totalCount), label: t`scénarios publiés` },
    materials && { value: figure(materials.length), label: t`supports de communication` },
    modules && { value: figure(modules.length), label: t`modules de formation` },
  ].filter((one) => one != null);
  return (
    <Section title={t`En chiffres`}>
      <Figures figures={figures} />
    </Section>
  );
}

/** Functions with their holders: who answers for what, project by project. */
export function Contacts({ academy, failed }: ContactsProps) {
  const { dan, projects } = academy;
  const referents = (projects?.nodes ?? []).flatMap(({ id, theme, group }) =>
    group?.referent ? [{ id, theme: theme.title, name: group.referent.displayName }] : [],
  );
  return (
    <Section title={t`À qui s’adresser`}>
      <Facts
        facts={[
          [t`Délégation académique au numérique`, dan ? dan.displayName : t`Personne à ce jour`],
          [
            t`Professeur·e·s référent·e·s`,
            failed("projects") ? (
              <Unavailable key="referents" />
            ) : (
              referents.length > 0 && <Referents key="referents" referents={referents} />
            ),
          ],
        ]}
      />
      <p>
        <Link to="/contact">{t`Autres contacts`}</Link>
      </p>
    </Section>
  );
}

/** What the academy publishes, as it comes out. */
export const Follow = ({ code }: { code: string }) => (
  <Section title={t`Suivre l’académie`}>
    <p>
      <Trans>
        Ses publications paraissent dans un flux : <a href={`/feeds/academies/${code}.atom`}>Atom</a>,{" "}
        <a href={`/feeds/academies/${code}.rss`}>RSS</a>, <a href={`/feeds/academies/${code}.json`}>JSON</a>. Un site
        académique peut en <a href={`/feeds/academies/${code}.html`}>montrer la liste</a> dans un cadre.
      </Trans>
    </p>
  </Section>
);

const Referents = ({ referents }: { referents: { id: string; theme: string; name: string }[] }) => (
  <ul className="plain">
    {referents.map(({ id, theme, name }) => (
      <li key={id}>
        {name}{" "}
        <span className="fr-hint-text" lang={inFrench}>
          {theme}
        </span>
      </li>
    ))}
  </ul>
);
