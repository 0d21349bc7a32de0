import { t } from "@lingui/core/macro";
import { definePage } from "../../../apollo/page.ts";
import { can } from "../../../features/people/rights.ts";
import { graphql } from "../../../gen/gql.ts";
import { inFrench } from "../../../language.ts";
import { CommandForm } from "../../../ui/CommandForm.tsx";
import { useRefusals } from "../../../ui/command.ts";
import { Empty } from "../../../ui/Empty.tsx";
import { TextAreaField, TextField } from "../../../ui/fields.tsx";
import { text } from "../../../ui/formData.ts";
import { Reveal } from "../../../ui/Reveal.tsx";
import { useOnce } from "../../../ui/send.ts";
import { Time } from "../../../ui/Time.tsx";
import { Part } from "../../../ui/Unavailable.tsx";
import { useRefresh } from "../../../ui/useRefresh.ts";
import { Screen } from "../parts/Screen.tsx";

const page = definePage({
  query: graphql(`
    query WatchScreen($id: ID!) {
      theme(id: $id) {
        id
        title
        watch {
          id
          title
          url
          comment
          sharedAt
          sharedBy {
            id
            displayName
          }
        }
      }
      viewer {
        ...ViewerRights
      }
    }
  `),
  variables: ({ params }) => ({ id: params.id ?? "" }),
  subject: "theme",
  head: ({ theme }) => ({ title: t`Veille partagée : ${theme?.title ?? ""}`, noindex: true }),
  fresh: true,
});

export const loader = page.loader;
export const clientLoader = page.clientLoader;
export const meta = page.meta;

const SHARE_WATCH_ITEM = graphql(`
  mutation ShareWatchItem($input: ShareWatchItemInput!) {
    shareWatchItem(input: $input) {
      watchItem {
        id
      }
      errors {
        ...RefusalFields
      }
    }
  }
`);

export default function Watch() {
  const { data, failed } = page.useData();
  const refresh = useRefresh();
  const { theme, viewer } = data;
  if (!theme) return null;
  return (
    <Screen
      title={t`Veille partagée`}
      path={[[theme.title, `/espace/themes/${theme.id}`]]}
      lead={<p>{t`Ce que les membres du groupe national ont lu et recommandent aux autres.`}</p>}
    >
      {can(viewer, "shareWatchItem", { themeId: theme.id }) && (
        <Reveal label={t`Partager une lecture`}>
          {(close) => (
            <ShareForm
              themeId={theme.id}
              onDone={() => {
                close();
                refresh();
              }}
            />
          )}
        </Reveal>
      )}
      <Part
        value={theme.watch}
        failed={failed("theme.watch")}
        empty={<Empty>{t`Rien n’est partagé pour l’instant, ou la veille est réservée au groupe national.`}</Empty>}
      >
        {(items) => (
          <ul className="items">
            {items.map(({ id, title, url, comment, sharedAt, sharedBy }) => (
              <li key={id} className="item">
                <h2 className="item__title">
                  <a href={url} rel="noreferrer" lang={inFrench}>
                    {title}
                  </a>
                </h2>
                <p className="item__summary" lang={inFrench}>
                  {comment}
                </p>
                <p className="item__facts">
                  {sharedBy && <span>{sharedBy.displayName}</span>}
                  <span>
                    <Time at={sharedAt} />
                  </span>
                </p>
              </li>
            ))}
          </ul>
        )}
      </Part>
    </Screen>
  );
}

function ShareForm({ themeId, onDone }: { themeId: string; onDone: () => void }) {
  const command = useRefusals(SHARE_WATCH_ITEM, (data) => data.shareWatchItem, onDone);
  const once = useOnce();
  return (
    <CommandForm
      command={command}
      submit={t`Partager`}
      variables={(form) => ({
        input: once({ themeId, title: text(form, "title"), url: text(form, "url"), comment: text(form, "comment") }),
      })}
    >
      <TextField name="title" label={t`Titre`} />
      <TextField name="url" label={t`Adresse`} type="url" />
      <TextAreaField name="comment" label={t`Pourquoi le lire ?`} rows={3} />
    </CommandForm>
  );
}
