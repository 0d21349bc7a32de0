import { Breadcrumb } from "@codegouvfr/react-dsfr/Breadcrumb";
import { t } from "@lingui/core/macro";
import type { ReactNode } from "react";
import { inFrench } from "../language.ts";

interface PageProps {
  title: string;
  /** The title is content: French in either language. */
  content?: boolean;
  /** Above the page: label and address, from the home page down. */
  path?: [string, string][];
  lead?: ReactNode;
  children: ReactNode;
}

/** A public page: breadcrumb, its one h1, its lead. */
export const Page = ({ title, content, path = [], lead, children }: PageProps) => (
  <div className="fr-container fr-pb-8w">
    <Breadcrumb
      segments={[[t`Accueil`, "/"] as const, ...path].map(([label, to]) => ({ label, linkProps: { to } }))}
      currentPageLabel={title}
    />
    <h1 lang={content ? inFrench : undefined}>{title}</h1>
    {lead && <div className="fr-text--lead lead">{lead}</div>}
    {children}
  </div>
);
