import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Link } from "react-router";
import { definePage } from "../../../apollo/page.ts";
import { ChannelForm } from "../../../features/communications/ChannelForm.tsx";
import { can } from "../../../features/people/rights.ts";
import { graphql } from "../../../gen/gql.ts";
import { labelOf } from "../../../ui/labels.ts";
import { Named } from "../../../ui/Named.tsx";
import { Reveal } from "../../../ui/Reveal.tsx";
import { useRefresh } from "../../../ui/useRefresh.ts";
import { Screen } from "../parts/Screen.tsx";

const page = definePage({
  query: graphql(`
    query ChannelsScreen {
      channels {
        ...ChannelChoice
      }
      disciplines {
        code
        label
      }
      viewer {
        ...ViewerRights
      }
    }
  `),
  subject: "channels",
  fresh: true,
  head: () => ({ title: t`Comptes et sites qui relaient`, noindex: true }),
});

export const loader = page.loader;
export const clientLoader = page.clientLoader;
export const meta = page.meta;

export default function Channels() {
  const { data } = page.useData();
  const refresh = useRefresh();
  const keeps = can(data.viewer, "editLetters");
  const disciplines = data.disciplines ?? [];
  return (
    <Screen
      title={t`Comptes et sites qui relaient`}
      path={[
        [t`La lettre`, "/espace/lettres"],
        [t`Publications et relais`, "/espace/lettres/relais"],
      ]}
      lead={<p>{t`Comptes disciplinaires et transversaux, sites académiques : la liste est ouverte (R73, R74).`}</p>}
    >
      {keeps && (
        <Reveal label={t`Ajouter un compte ou un site`} priority="primary">
          {(close) => (
            <ChannelForm
              disciplines={disciplines}
              onDone={() => {
                close();
                refresh();
              }}
            />
          )}
        </Reveal>
      )}
      <ul className="items">
        {(data.channels ?? []).map((channel) => (
          <li key={channel.id} className="item">
            <h2 className="item__title">
              {channel.network} {channel.handle}
            </h2>
            <p className="item__facts">
              <span>{labelOf("ChannelKind", channel.kind)}</span>
              {(channel.discipline?.label ?? channel.label) && (
                <span>{channel.discipline?.label ?? channel.label}</span>
              )}
              {channel.canPost && <span>{t`Les messages s’y publient d’ici`}</span>}
              <span>
                <Link to={`/espace/lettres/relais?manque=${channel.id}`}>
                  <Trans>
                    Ce qu’il n’a pas relayé
                    <span className="fr-sr-only">
                      {" "}
                      : {channel.network} {channel.handle}
                    </span>
                  </Trans>
                </Link>
              </span>
            </p>
            {keeps && (
              <Reveal label={<Named verb={t`Modifier`} name={channel.handle} />} priority="tertiary">
                {(close) => <ChannelForm channel={channel} disciplines={disciplines} onDone={close} />}
              </Reveal>
            )}
          </li>
        ))}
      </ul>
    </Screen>
  );
}
