import { Button, type ButtonProps } from "@codegouvfr/react-dsfr/Button";
import { type ReactNode, useEffect, useId, useRef, useState } from "react";

interface RevealProps {
  label: ReactNode;
  priority?: ButtonProps["priority"];
  children: (close: () => void) => ReactNode;
}

/** A button that opens a form under it, and takes the person there; closed again, it takes him or her back. */
export function Reveal({ label, priority = "secondary", children }: RevealProps) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const panel = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (open) panel.current?.focus();
  }, [open]);
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  return (
    <div className="reveal">
      <Button
        ref={button}
        type="button"
        priority={priority}
        nativeButtonProps={{ "aria-expanded": open, "aria-controls": id }}
        onClick={() => setOpen(!open)}
      >
        {label}
      </Button>
      <div id={id} ref={panel} tabIndex={-1} className="reveal__panel" hidden={!open}>
        {open && children(close)}
      </div>
    </div>
  );
}
