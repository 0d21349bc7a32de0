/** A kind of file that may be deposited, known by what it holds and never by its name. */
export interface FileType {
  type: string;
  /** What a copy is called by, whatever the name it came under. */
  extension: string;
  label: string;
}

const known = (type: string, extension: string, label: string): FileType => ({ type, extension, label });

export const IMAGES = {
  png: known("image/png", "png", "image PNG"),
  jpeg: known("image/jpeg", "jpg", "image JPEG"),
  gif: known("image/gif", "gif", "image GIF"),
  webp: known("image/webp", "webp", "image WebP"),
};

export const MEDIA = {
  mp3: known("audio/mpeg", "mp3", "son MP3"),
  ogg: known("audio/ogg", "ogg", "son Ogg"),
  wav: known("audio/wav", "wav", "son WAV"),
  mp4: known("video/mp4", "mp4", "vidéo MP4"),
  webm: known("video/webm", "webm", "vidéo WebM"),
};

const ODF = "application/vnd.oasis.opendocument";
const OOXML = "application/vnd.openxmlformats-officedocument";

export const DOCUMENTS = {
  pdf: known("application/pdf", "pdf", "document PDF"),
  odt: known(`${ODF}.text`, "odt", "texte OpenDocument"),
  ods: known(`${ODF}.spreadsheet`, "ods", "classeur OpenDocument"),
  odp: known(`${ODF}.presentation`, "odp", "présentation OpenDocument"),
  odg: known(`${ODF}.graphics`, "odg", "dessin OpenDocument"),
  docx: known(`${OOXML}.wordprocessingml.document`, "docx", "document Word"),
  xlsx: known(`${OOXML}.spreadsheetml.sheet`, "xlsx", "classeur Excel"),
  pptx: known(`${OOXML}.presentationml.presentation`, "pptx", "présentation PowerPoint"),
};

export const ARCHIVE = known("application/zip", "zip", "archive ZIP");
export const PLAIN_TEXT = known("text/plain", "txt", "texte");

/** The first bytes, in hexadecimal. */
const SIGNS: readonly (readonly [sign: RegExp, type: FileType])[] = [
  [/^89504e470d0a1a0a/, IMAGES.png],
  [/^ffd8ff/, IMAGES.jpeg],
  [/^47494638(37|39)61/, IMAGES.gif],
  [/^52494646.{8}57454250/, IMAGES.webp],
  [/^52494646.{8}57415645/, MEDIA.wav],
  [/^25504446/, DOCUMENTS.pdf],
  [/^4f676753/, MEDIA.ogg],
  [/^(494433|fff[23ab])/, MEDIA.mp3],
  [/^1a45dfa3/, MEDIA.webm],
  [/^.{8}66747970/, MEDIA.mp4],
];

export const isArchive = (bytes: Uint8Array): boolean => hexOf(bytes).startsWith("504b0304");

/** What the bytes say; null for what nobody may deposit, a page or a drawing with scripts among them. */
export function typeOf(bytes: Uint8Array, archived: ReadonlyMap<string, Uint8Array>): FileType | null {
  if (isArchive(bytes)) return typeOfArchive(archived);
  const start = hexOf(bytes);
  return SIGNS.find(([sign]) => sign.test(start))?.[1] ?? (isPlainText(bytes) ? PLAIN_TEXT : null);
}

/** Files of an archive that say what the whole is. */
export const TELLING = ["mimetype", "[Content_Types].xml"];

function typeOfArchive(archived: ReadonlyMap<string, Uint8Array>): FileType | null {
  const said = (name: string) => Buffer.from(archived.get(name) ?? []).toString("latin1");
  const mime = said("mimetype").trim();
  if (mime) return all.find(({ type }) => type === mime) ?? null;
  const types = said("[Content_Types].xml");
  if (!types) return ARCHIVE;
  if (/macroEnabled|vbaProject/i.test(types)) return null;
  return all.find(({ type }) => type.startsWith(OOXML) && types.includes(`${type}.main+xml`)) ?? null;
}

const all = [...Object.values(IMAGES), ...Object.values(MEDIA), ...Object.values(DOCUMENTS), ARCHIVE, PLAIN_TEXT];

export const fileTypeOf = (type: string): FileType | undefined => all.find((one) => one.type === type);

const TASTED = 64 * 1024;

/** UTF-8 without control characters, that no browser or reader takes for a page, a drawing or a program. */
function isPlainText(bytes: Uint8Array): boolean {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return false;
  }
  if ([...text.slice(0, TASTED)].some((letter) => letter < " " && !/[\t\n\r\f]/.test(letter))) return false;
  return !/^\s*(<|#!)/.test(text) && !/<(script|html|svg|iframe|!doctype)\b/i.test(text);
}

const hexOf = (bytes: Uint8Array): string => Buffer.from(bytes.subarray(0, 16)).toString("hex");
