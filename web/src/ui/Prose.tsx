import { inFrench } from "../language.ts";
/** A text as its author typed it: blank lines part paragraphs, single ones are kept. */
export const Prose = ({ text }: { text: string }) => (
  <div className="prose" lang={inFrench}>
    {text
      .split(/\n{2,}/)
      .filter(Boolean)
      .map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
  </div>
);
