import { Button } from "@codegouvfr/react-dsfr/Button";
import { t } from "@lingui/core/macro";
import { DirectoryImport } from "../../../features/communications/DirectoryImport.tsx";
import { readerList } from "../../../features/communications/readerList.tsx";
import { UNSUBSCRIBE_READER } from "../../../features/communications/sending.ts";
import type { LetterReaderLineFragment, LetterReadersQuery } from "../../../gen/graphql.ts";
import { inFrench } from "../../../language.ts";
import { useRefusals } from "../../../ui/command.ts";
import { ErrorSummary } from "../../../ui/ErrorSummary.tsx";
import { labelOf, labelOr } from "../../../ui/labels.ts";
import { List } from "../../../ui/list/List.tsx";
import { listPage } from "../../../ui/list/page.ts";
import { Named } from "../../../ui/Named.tsx";
import { Reveal } from "../../../ui/Reveal.tsx";
import { Section } from "../../../ui/Section.tsx";
import { StateBadge } from "../../../ui/StateBadge.tsx";
import { TableFrame } from "../../../ui/TableFrame.tsx";
import { Time } from "../../../ui/Time.tsx";
import { useRefresh } from "../../../ui/useRefresh.ts";
import { Screen } from "../parts/Screen.tsx";

const page = listPage(readerList, {
  subject: "letterReaders",
  head: () => ({ title: t`Abonné·es de la lettre`, noindex: true }),
  fresh: true,
});

export const loader = page.loader;
export const clientLoader = page.clientLoader;
export const meta = page.meta;

export default function Readers() {
  const { data, place } = page.useData();
  const refresh = useRefresh();
  return (
    <Screen
      title={t`Abonné·es de la lettre`}
      path={[[t`La lettre`, "/espace/lettres"]]}
      lead={<p>{t`Qui reçoit la lettre par courriel : de sa propre demande, par un annuaire ou par son mandat.`}</p>}
    >
      <Section title={t`Publics`}>
        <Audiences audiences={data.letterAudiences ?? []} />
        <Reveal label={t`Reprendre un annuaire`}>{() => <DirectoryImport onDone={refresh} />}</Reveal>
      </Section>
      <Section title={t`Abonnements`}>
        <List
          list={readerList}
          data={data}
          place={place}
          item={(reader) => <Reader key={reader.id} reader={reader} />}
          empty={{ because: t`Personne n’est encore abonné.` }}
        />
      </Section>
    </Screen>
  );
}

const Audiences = ({ audiences }: { audiences: NonNullable<LetterReadersQuery["letterAudiences"]> }) => (
  <TableFrame caption={t`Publics de la lettre, par fonction`}>
    <thead>
      <tr>
        <th scope="col">{t`Fonction`}</th>
        <th scope="col">{t`Abonné·es`}</th>
        <th scope="col">{t`À confirmer`}</th>
        <th scope="col">{t`Par mandat`}</th>
      </tr>
    </thead>
    <tbody>
      {audiences.map((audience) => (
        <tr key={audience.function}>
          <th scope="row">{labelOf("LetterFunction", audience.function)}</th>
          <td>{audience.confirmed}</td>
          <td>{audience.pending}</td>
          <td>{audience.byMandate}</td>
        </tr>
      ))}
    </tbody>
  </TableFrame>
);

function Reader({ reader }: { reader: LetterReaderLineFragment }) {
  const command = useRefusals(UNSUBSCRIBE_READER, (data) => data.unsubscribeLetterReader);
  const isOn = reader.state === "CONFIRMED" || reader.state === "PENDING";
  return (
    <li className="item">
      <h3 className="item__title">{reader.email}</h3>
      <p className="item__facts">
        <StateBadge of="LetterReaderState" value={reader.state} />
        <span>{labelOr("LetterFunction", reader.function, reader.otherFunction)}</span>
        {reader.academy && <span>{reader.academy.name}</span>}
        <span>{labelOf("LetterFrequency", reader.frequency)}</span>
        <span>
          {labelOf("LetterReaderSource", reader.source)}, <Time at={reader.confirmedAt ?? reader.requestedAt} />
        </span>
      </p>
      <p className="fr-hint-text" lang={inFrench}>
        {reader.newsletters.length > 0 && `${reader.newsletters.map(({ title }) => title).join(" ; ")}. `}
        {reader.consent}
      </p>
      <ErrorSummary ref={command.summary} refusals={command.refusals} />
      {isOn && (
        <Button
          type="button"
          size="small"
          priority="tertiary"
          disabled={command.state === "busy"}
          onClick={() => void command.run({ input: { readerId: reader.id } })}
        >
          <Named verb={t`Désabonner`} name={reader.email} />
        </Button>
      )}
    </li>
  );
}
