/** Why a file cannot be read (读不了的原因). */
export type UnreadableKind =
  | "legacy" // .xls or .et: the old binary format
  | "encrypted"
  | "notWorkbook" // some other file
  | "damaged"
  | "tooLarge";

/** The facts of each finding, by code: what its sentence is made of. Nothing here is a sentence. */
export interface Facts {
  F01: { kind: UnreadableKind; detail: string };
}

export type FindingCode = keyof Facts;
