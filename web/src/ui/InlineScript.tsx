import type { ComponentProps } from "react";

/** A script with its body as it is: React would escape a text child. Callers give constants or escaped JSON only. */
export const InlineScript = ({ body, ...props }: { body: string } & ComponentProps<"script">) => (
  // biome-ignore lint/security/noDangerouslySetInnerHtml: React has no other way to write the body of a script.
  <script suppressHydrationWarning dangerouslySetInnerHTML={{ __html: body }} {...props} />
);
