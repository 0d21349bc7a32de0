import { Button, type ButtonProps } from "@codegouvfr/react-dsfr/Button";
import { t } from "@lingui/core/macro";
import type { ReactNode } from "react";
import { CommandForm } from "./CommandForm.tsx";
import type { Command } from "./command.ts";
import { Reveal } from "./Reveal.tsx";

interface RevealedCommandProps<Variables> {
  label: string;
  priority?: ButtonProps["priority"];
  command: Command<Variables>;
  variables: (form: FormData) => Variables;
  submit: string;
  scope: string;
  children?: ReactNode;
}

/** A button under which one command is given, or given up. */
export function RevealedCommand<Variables>({ label, priority, children, ...form }: RevealedCommandProps<Variables>) {
  return (
    <Reveal label={label} priority={priority}>
      {(close) => (
        <CommandForm
          {...form}
          actions={
            <Button type="button" priority="tertiary" onClick={close}>
              {t`Annuler`}
            </Button>
          }
        >
          {children}
        </CommandForm>
      )}
    </Reveal>
  );
}
