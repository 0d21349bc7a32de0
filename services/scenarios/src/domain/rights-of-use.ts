import { type Refusal, refuseAll, required } from "@trame/kit/refusal";

export type RightsBasis =
  | "OWN_WORK"
  | "LICENCE"
  | "AUTHORISATION"
  | "QUOTATION"
  | "LINK"
  | "TEACHING_EXCEPTION"
  | "UNRESOLVED";

/** What a resource is to whoever cannot see or hear it. */
export type ResourceKind = "DOCUMENT" | "IMAGE" | "MAP" | "VIDEO" | "AUDIO" | "OTHER";

/** A file that was deposited for it; its bytes are the kit's. */
export interface ResourceFile {
  id: string;
  name: string;
  type: string;
  size: number;
}

/** A resource and the basis on which it is used (R61). */
export interface Resource {
  id: string;
  title: string;
  author: string | null;
  sourceUrl: string | null;
  basis: RightsBasis;
  licence: string | null;
  note: string | null;
  kind: ResourceKind | null;
  /** Description of an image or a map; captions or transcript, or where they are, of what is heard or filmed. */
  alternative: string | null;
  /** Changed, or melted into the scenario, rather than taken as it is. */
  adapted: boolean;
  file: ResourceFile | null;
}

/** What resources did not say before they could carry files. */
export const UNSAID = { kind: null, alternative: null, adapted: false, file: null } as const;

/** What its authors say it is, else what its file holds. */
export function kindOf({ kind, file }: Pick<Resource, "kind" | "file">): ResourceKind | null {
  if (kind || !file) return kind;
  const [family] = file.type.split("/");
  if (family === "image") return "IMAGE";
  if (family === "video") return "VIDEO";
  return family === "audio" ? "AUDIO" : "DOCUMENT";
}

/** A digital service and the terms of its use (R62). */
export interface DigitalService {
  id: string;
  name: string;
  publisher: string | null;
  purpose: string;
  hosting: string | null;
  pupilAccounts: boolean;
  viaGar: boolean;
  termsNote: string | null;
}

/** The teaching exception holds in class only; what is not cleared holds nowhere (R61). */
export const allowsOpenPublication = ({ basis }: Pick<Resource, "basis">): boolean =>
  basis !== "TEACHING_EXCEPTION" && basis !== "UNRESOLVED";

/** A licence has a name, an authorisation its proof (R61). */
export function checkResource({ title, basis, licence, note }: Resource): void {
  const found: Refusal[] = [];
  if (title.trim() === "") found.push(required("title", "Le titre de la ressource", "R61"));
  if (basis === "LICENCE" && !licence?.trim()) found.push(required("licence", "La licence de la ressource", "R61"));
  if (basis === "AUTHORISATION" && !note?.trim()) {
    found.push(required("note", "La preuve de l'autorisation (qui, quand, pour quel usage)", "R61"));
  }
  refuseAll(found);
}

/** The note on terms may still be missing: it is asked before publication only (R62). */
export function checkDigitalService({ name, purpose }: DigitalService): void {
  const found: Refusal[] = [];
  if (name.trim() === "") found.push(required("name", "Le nom du service", "R62"));
  if (purpose.trim() === "") found.push(required("purpose", "L'usage qui en est fait", "R62"));
  refuseAll(found);
}
