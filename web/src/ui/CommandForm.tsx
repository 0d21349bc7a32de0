import { Button } from "@codegouvfr/react-dsfr/Button";
import { t } from "@lingui/core/macro";
import { type FormEvent, type ReactNode, useState } from "react";
import { type Command, FormScope, RefusalsContext } from "./command.ts";
import { ErrorSummary } from "./ErrorSummary.tsx";
import { useUnsaved } from "./unsaved.ts";

interface CommandFormProps<Variables> {
  command: Command<Variables>;
  /** The mutation's variables from the form's values. */
  variables: (form: FormData) => Variables;
  submit: string;
  /** Said once the command is accepted. */
  done?: ReactNode;
  /** Other buttons, beside the first. */
  actions?: ReactNode;
  /** Needed where a page has several forms. */
  scope?: string;
  children?: ReactNode;
}

/** A form that sends one command: summary of refusals on top, errors at the fields, one main button. The server checks. */
export function CommandForm<Variables>(props: CommandFormProps<Variables>) {
  const { command, variables, submit, done, actions, scope = "", children } = props;
  const [typed, setTyped] = useState(false);
  useUnsaved(typed && command.state !== "busy" && command.state !== "done");
  const type = () => {
    setTyped(true);
    // What was accepted was said; what is typed from now on is another command.
    if (command.state === "done") command.reset();
  };
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    void command.run(variables(new FormData(event.currentTarget)));
  };
  return (
    <form noValidate onSubmit={send} onInput={type} className="command-form">
      <FormScope.Provider value={scope}>
        <ErrorSummary ref={command.summary} refusals={command.refusals} />
        <RefusalsContext.Provider value={command.refusals}>{children}</RefusalsContext.Provider>
      </FormScope.Provider>
      <div className="command-form__actions">
        <Button type="submit" disabled={command.state === "busy"}>
          {command.state === "busy" ? t`Envoi…` : submit}
        </Button>
        {actions}
      </div>
      <p role="status">{command.state === "done" && (done ?? t`Enregistré.`)}</p>
    </form>
  );
}
