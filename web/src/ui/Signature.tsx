import { Trans } from "@lingui/react/macro";
import { Time } from "./Time.tsx";

/** Who wrote it, when; the day alone once its author is erased. */
export const Signature = ({ author, at }: { author?: { displayName: string } | null; at: string }) => (
  <p className="fr-hint-text">
    {author ? (
      <Trans>
        Par {author.displayName}, le <Time at={at} />
      </Trans>
    ) : (
      <Trans>
        Le <Time at={at} />
      </Trans>
    )}
  </p>
);
