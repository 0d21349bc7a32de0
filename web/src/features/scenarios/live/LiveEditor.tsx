import { t } from "@lingui/core/macro";
import { useContext, useEffect, useId, useRef } from "react";
import { PageContext } from "../../../apollo/request.ts";
import { inFrench } from "../../../language.ts";
import { useFieldError, useFieldId } from "../../../ui/command.ts";
import { TextAreaField } from "../../../ui/fields.tsx";
import type { LiveField } from "./fields.ts";
import { type Live, useLiveContext } from "./useLive.ts";

interface WritingFieldProps {
  name: LiveField;
  label: string;
  hint: string;
  rows: number;
  optional?: boolean;
  value: string;
  onChange: (text: string) => void;
}

/** A text of the scenario: written with the others when the live text is open, else by oneself. */
export function WritingField(props: WritingFieldProps) {
  const live = useLiveContext();
  return live ? <LiveEditor {...props} live={live} /> : <TextAreaField {...props} />;
}

function LiveEditor({ live, name, label, hint, rows, optional }: WritingFieldProps & { live: Live }) {
  const host = useRef<HTMLDivElement>(null);
  const own = useId();
  const id = useFieldId(name);
  const error = useFieldError(name);
  const { nonce } = useContext(PageContext);
  const { session, mount, names } = live;
  const [labelId, hintId, errorId] = [`${own}-label`, `${own}-hint`, `${own}-error`];
  useEffect(() => {
    if (!host.current) return;
    const attributes = {
      id,
      "aria-labelledby": labelId,
      "aria-describedby": `${hintId} ${errorId}`,
      lang: "fr",
      spellcheck: "true",
      autocorrect: "on",
      autocapitalize: "sentences",
    };
    const view = mount({ session, field: name, host: host.current, names, attributes, nonce });
    return () => view.destroy();
  }, [session, mount, names, name, id, labelId, hintId, errorId, nonce]);
  return (
    <div className={error ? "fr-input-group fr-input-group--error" : "fr-input-group"}>
      <span className="fr-label" id={labelId}>
        {optional ? t`${label} (facultatif)` : label}
      </span>
      <span className="fr-hint-text" id={hintId}>
        {hint}
      </span>
      <div ref={host} className="live-editor" style={{ minHeight: `${rows * 1.5 + 1}rem` }} />
      <p id={errorId} className={error ? "fr-error-text" : "fr-hidden"} lang={inFrench}>
        {error}
      </p>
    </div>
  );
}
