import { t } from "@lingui/core/macro";
import { fileSize } from "./plural.ts";

interface FileLinkProps {
  file: { name: string; size: number; url: string };
}

/** A file to download, with what it weighs: its address is a service's, not a page of the portal. */
export const FileLink = ({ file: { name, size, url } }: FileLinkProps) => (
  <a href={url} download={name}>
    {t`${name} (${fileSize(size)})`}
  </a>
);
