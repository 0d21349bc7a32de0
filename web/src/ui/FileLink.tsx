import { t } from "@lingui/core/macro";
import { fileSize } from "./plural.ts";

interface FileLinkProps {
  file: { name: string; size: number; url: string };
  /** What the file is, told with its format in place of its name. */
  title?: string;
}

/** A file to download, with what it weighs: its address is a service's, not a page of the portal. */
export const FileLink = ({ file: { name, size, url }, title }: FileLinkProps) => (
  <a href={url} download={name}>
    {title ? t`${title} (${formatOf(name)}, ${fileSize(size)})` : t`${name} (${fileSize(size)})`}
  </a>
);

/** Names end as what they hold: the service sees to it. */
const formatOf = (name: string): string => name.split(".").at(-1)?.toUpperCase() ?? "";
