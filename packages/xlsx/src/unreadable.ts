import { type Finding, filePlace, finding, type UnreadableKind } from "@taizhang/finding";

/**
 * Why reading stopped. It is thrown inside this package only, because a scanner stops from deep inside; every
 * public function catches it and returns the finding.
 */
export class Unreadable extends Error {
  readonly kind: UnreadableKind;

  constructor(kind: UnreadableKind, detail: string) {
    super(detail);
    this.kind = kind;
  }
}

/** Stops reading: the file, or the part that is being read, is damaged. */
export function damaged(detail: string): never {
  throw new Unreadable("damaged", detail);
}

/** Stops reading: a limit is passed. */
export function tooLarge(detail: string): never {
  throw new Unreadable("tooLarge", detail);
}

/** The finding F01 for what was thrown (文件读不了). A mistake of ours must still not end a batch of files. */
export function unreadable(file: string, thrown: unknown): Finding<"F01"> {
  const kind = thrown instanceof Unreadable ? thrown.kind : "damaged";
  const detail = thrown instanceof Unreadable ? thrown.message : thrown instanceof Error ? thrown.name : "";
  const told = kind === "notWorkbook" && /\.csv$/i.test(file) ? "csv" : detail;
  return finding("F01", { kind, detail: told }, [filePlace(file)]);
}
