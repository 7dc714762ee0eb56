/** Why the spreadsheet refused or did not answer (宿主错误). */
export type FailureKind =
  | "editing" // a cell is being edited
  | "protected" // the sheet is protected
  | "structure" // the workbook's structure is protected: sheets can be neither added nor removed
  | "gone" // the sheet or the cells are no longer there
  | "tooLarge" // more than one request may carry
  | "lost" // no answer any more; nothing was written
  | "unclear" // no answer to a request that writes: it may have been carried out
  | "partly" // some sheets are deleted, and neither the others nor these could be brought on or back
  | "cancelled"
  | "busy"; // everything else: nothing was written, try again

/** An operation that the spreadsheet did not carry out; nothing was written, unless its kind is "unclear" or "partly". */
export class HostFailure extends Error {
  readonly kind: FailureKind;
  /** The host's own name of the error; "" where it gave none. */
  readonly code: string;
  constructor(kind: FailureKind, detail = "", code = "") {
    super(detail === "" ? kind : `${kind}: ${detail}`);
    this.name = "HostFailure";
    this.kind = kind;
    this.code = code;
  }
}

const kinds: Readonly<Record<string, FailureKind>> = {
  InvalidOperationInCellEditMode: "editing",
  AccessDenied: "protected",
  ItemNotFound: "gone",
  InvalidReference: "gone",
  InvalidBinding: "gone",
  RequestPayloadSizeLimitExceeded: "tooLarge",
  ResponsePayloadSizeLimitExceeded: "tooLarge",
  RangeExceedsLimit: "tooLarge",
  HostNotResponding: "lost",
  HostRestartNeeded: "lost",
  ConnectionFailure: "lost",
  TimeoutError: "lost",
  NetworkError: "lost",
  Aborted: "cancelled",
};

/** The failure that an error of the host stands for. @example failureOf({ code: "ItemNotFound" }).kind // "gone" */
export function failureOf(error: unknown): HostFailure {
  if (error instanceof HostFailure) return error;
  const { code, message } = (typeof error === "object" && error !== null ? error : {}) as {
    code?: unknown;
    message?: unknown;
  };
  const kind = typeof code === "string" ? kinds[code] : undefined;
  return new HostFailure(
    kind ?? "busy",
    [code, message].filter((part) => typeof part === "string").join(" "),
    typeof code === "string" ? code : "",
  );
}

/** True where nobody answers: there is no use in asking for anything more, such as taking back what was begun. */
export const isOutOfTouch = (error: unknown): boolean => ["lost", "unclear"].includes(failureOf(error).kind);
