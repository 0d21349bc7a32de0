import { t } from "@lingui/core/macro";
import { definePage } from "../../../apollo/page.ts";
import { ClaimLinkButton } from "../../../features/people/ClaimLinkButton.tsx";
import { CorrectPersonForm } from "../../../features/people/CorrectPersonForm.tsx";
import { MandateList } from "../../../features/people/MandateList.tsx";
import { can, familyOf } from "../../../features/people/rights.ts";
import { graphql } from "../../../gen/gql.ts";
import { inFrench } from "../../../language.ts";
import { Empty } from "../../../ui/Empty.tsx";
import { Facts } from "../../../ui/Facts.tsx";
import { Section } from "../../../ui/Section.tsx";
import { useRefresh } from "../../../ui/useRefresh.ts";
import { Screen } from "../parts/Screen.tsx";

const page = definePage({
  query: graphql(`
    query PersonScreen($id: ID!) {
      viewer {
        ...ViewerRights
      }
      person(id: $id) {
        displayName
        erased
        hasAccount
        ...CorrectablePerson
        academy {
          code
          name
          successor {
            code
          }
          predecessors {
            code
          }
        }
        mandates(all: true) {
          ...HeldMandate
        }
      }
    }
  `),
  variables: ({ params }) => ({ id: params.id ?? "" }),
  subject: "person",
  fresh: true,
  head: ({ person }) => ({ title: person?.displayName ?? t`Personne`, noindex: true }),
});

export const loader = page.loader;
export const clientLoader = page.clientLoader;
export const meta = page.meta;

/** A person of the programme, with the history of her or his mandates. */
export default function PersonScreen() {
  const { data } = page.useData();
  const refresh = useRefresh();
  const { person, viewer = null } = data;
  if (!person) return null;
  const administers = can(viewer, "recordPerson", { academyCodes: familyOf(person.academy) }) && !person.erased;
  return (
    <Screen title={person.displayName} path={[[t`Annuaire`, "/espace/annuaire"]]}>
      <Facts
        facts={[
          [t`Fonction`, person.position && <span lang={inFrench}>{person.position}</span>],
          [t`Établissement`, person.establishment],
          [t`Académie`, person.academy?.name],
          [t`Adresse`, person.email && <a href={`mailto:${person.email}`}>{person.email}</a>],
          [t`Compte`, administers && (person.hasAccount ? t`Peut se connecter` : t`Ne s’est pas encore connecté·e`)],
        ]}
      />
      <Section title={t`Mandats`}>
        {person.mandates.length > 0 ? (
          <MandateList mandates={person.mandates} caption={t`Mandats, du plus récent au plus ancien`} />
        ) : (
          <Empty>{t`Aucun mandat, présent ou passé.`}</Empty>
        )}
      </Section>
      {administers && (
        <>
          <Section title={t`Corriger`}>
            <CorrectPersonForm person={person} onDone={refresh} />
          </Section>
          <Section title={t`Rattacher un compte`}>
            <p>{t`Une personne connue sans compte réclame son profil en se connectant avec l’adresse vérifiée ci-dessus, ou par un lien.`}</p>
            <ClaimLinkButton personId={person.id} />
          </Section>
        </>
      )}
    </Screen>
  );
}
