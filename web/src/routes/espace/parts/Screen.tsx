import { Breadcrumb } from "@codegouvfr/react-dsfr/Breadcrumb";
import { t } from "@lingui/core/macro";
import type { ReactNode } from "react";
import { inFrench } from "../../../language.ts";

interface ScreenProps {
  title: string;
  /** The title is content: French in either language. */
  content?: boolean;
  /** Between « Mon espace » and this screen: label and address. */
  path?: [string, string][];
  lead?: ReactNode;
  children: ReactNode;
}

/** A signed-in screen: breadcrumb, its one h1, its lead. */
export const Screen = ({ title, content, path = [], lead, children }: ScreenProps) => (
  <>
    <Breadcrumb
      segments={[[t`Mon espace`, "/espace"] as const, ...path].map(([label, to]) => ({ label, linkProps: { to } }))}
      currentPageLabel={title}
    />
    <h1 lang={content ? inFrench : undefined}>{title}</h1>
    {lead && <div className="fr-text--lead lead">{lead}</div>}
    {children}
  </>
);
