import { invalidArgument } from "../protocol/api-error.ts";
import { HostObject } from "../protocol/host-object.ts";

/** The bytes of a workbook in base64, as given; "" makes an empty one. */
export function bytesOf(base64: string): string {
  if (base64 !== "" && !/^UEsD[A-Za-z0-9+/]+=*$/.test(base64)) throw invalidArgument("base64File");
  return base64;
}

/** A workbook that an add-in has made: it opens in a window of its own. */
export class WorkbookCreated extends HostObject {
  readonly type = "WorkbookCreated";
  readonly #windows: string[];
  readonly #bytes: string;
  constructor(windows: string[], bytes: string) {
    super();
    this.#windows = windows;
    this.#bytes = bytes;
  }
  get Id(): string {
    return `${this.#windows.length}`;
  }
  Open(): void {
    this.#windows.push(this.#bytes);
  }
}
