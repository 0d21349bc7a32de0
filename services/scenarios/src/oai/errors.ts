/** The eight refusals of OAI-PMH 2.0. */
export type OaiCode =
  | "badArgument"
  | "badResumptionToken"
  | "badVerb"
  | "cannotDisseminateFormat"
  | "idDoesNotExist"
  | "noRecordsMatch"
  | "noMetadataFormats"
  | "noSetHierarchy";

/** A refusal as the protocol has it: HTTP answers 200, the document says why. */
export class OaiError extends Error {
  readonly code: OaiCode;
  constructor(code: OaiCode, message: string) {
    super(message);
    this.code = code;
  }
}

export function oaiError(code: OaiCode, message: string): never {
  throw new OaiError(code, message);
}
