import { plural, t } from "@lingui/core/macro";
import { Link } from "react-router";
import { directoryList, type ListedPerson } from "../../features/people/directoryList.tsx";
import { inFrench } from "../../language.ts";
import { labelOf } from "../../ui/labels.ts";
import { List } from "../../ui/list/List.tsx";
import { listPage } from "../../ui/list/page.ts";
import { Screen } from "./parts/Screen.tsx";

const page = listPage(directoryList, {
  subject: "persons",
  fresh: true,
  head: () => ({ title: t`Annuaire`, noindex: true }),
});

export const loader = page.loader;
export const clientLoader = page.clientLoader;
export const meta = page.meta;

export default function Directory() {
  const { data, place } = page.useData();
  return (
    <Screen
      title={t`Annuaire`}
      lead={<p>{t`À qui écrire ? Les personnes du programme et leurs mandats en vigueur.`}</p>}
    >
      <List
        list={directoryList}
        data={data}
        place={place}
        item={(person) => <PersonItem key={person.id} person={person} />}
        empty={{
          because: t`L’annuaire est vide : l’administration y inscrit les personnes du programme.`,
        }}
      />
    </Screen>
  );
}

const FEW = 3;

const PersonItem = ({ person }: { person: ListedPerson }) => (
  <li className="item">
    <h3 className="item__title">
      <Link to={`/espace/personnes/${person.id}`}>{person.displayName}</Link>
    </h3>
    <p className="item__facts">
      {person.position && <span>{person.position}</span>}
      {person.establishment && <span>{person.establishment}</span>}
      <span>{person.academy?.name ?? t`Ministère`}</span>
    </p>
    {person.email && (
      <p className="fr-mb-0">
        <a href={`mailto:${person.email}`}>{person.email}</a>
      </p>
    )}
    <Mandates mandates={person.mandates.slice(0, FEW)} />
    {person.mandates.length > FEW && (
      <details>
        <summary>
          {plural(person.mandates.length - FEW, { one: "# autre mandat", other: "# autres mandats" })}
          <span className="fr-sr-only"> {t`de ${person.displayName}`}</span>
        </summary>
        <Mandates mandates={person.mandates.slice(FEW)} />
      </details>
    )}
  </li>
);

const Mandates = ({ mandates }: { mandates: ListedPerson["mandates"] }) => (
  <ul className="plain">
    {mandates.map(({ id, role, theme }) => (
      <li key={id}>
        {labelOf("Role", role)}
        {theme && (
          <>
            {" : "}
            <Link to={`/espace/themes/${theme.id}`} lang={inFrench}>
              {theme.title}
            </Link>
          </>
        )}
      </li>
    ))}
  </ul>
);
