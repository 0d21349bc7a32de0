import type { ScenarioWholeFragment } from "../../gen/graphql.ts";
import { labelOf } from "../../ui/labels.ts";
import { fileSize } from "../../ui/plural.ts";

/** The scenario in each format; a service gives them, whole and with its credit. */
export const Downloads = ({ downloads }: { downloads: ScenarioWholeFragment["downloads"] }) => (
  <ul>
    {downloads.map(({ format, url, size }) => (
      <li key={format}>
        <a className="fr-link" href={url} download>
          {labelOf("ScenarioFormat", format)}
          {size ? ` (${fileSize(size)})` : null}
        </a>
      </li>
    ))}
  </ul>
);
