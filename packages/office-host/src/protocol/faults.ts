import type { Request } from "./messages.ts";

/** Something that goes wrong with one request. All parts may be combined (故障). */
export interface Fault {
  /** Changes the workbook just before the request is carried out, for example as another user. */
  readonly before?: () => void;
  /** Milliseconds until the request is carried out and answered. */
  readonly delay?: number;
  /** Milliseconds between carrying the request out and the reply. */
  readonly late?: number;
  /** The Office error that the request ends with, such as "GeneralException" or "InvalidOperationInCellEditMode". */
  readonly error?: string;
  readonly message?: string;
  /**
   * Where the error comes: `before` anything is done (the default), at an act (counted from 0 as in `Batch.acts`: those
   * before it are done, as in Excel, which takes nothing back), or `after` everything (the reply is lost).
   */
  readonly at?: "before" | "after" | number;
}

/** Which requests a fault meets: the next, the nth from now (1 is the next), or those that a test picks. */
export type FaultTarget = number | ((request: Request) => boolean);

interface Waiting {
  readonly target: FaultTarget;
  readonly fault: Fault;
  left: number;
}

/** Faults that wait for their requests. */
export class Faults {
  #waiting: Waiting[] = [];

  /** The next request, or the nth from now, or the first that `target` picks meets the fault; once. */
  on(target: FaultTarget, fault: Fault): void {
    this.#waiting.push({ target, fault, left: typeof target === "number" ? target : 1 });
  }

  /** Every request from now on meets the fault, until `clear`. */
  always(fault: Fault): void {
    this.#waiting.push({ target: () => true, fault, left: Number.POSITIVE_INFINITY });
  }

  clear(): void {
    this.#waiting = [];
  }

  /** The faults that meet this request. The client's own housekeeping neither counts nor meets any. */
  meeting(request: Request): Fault[] {
    const met: Fault[] = [];
    this.#waiting = this.#waiting.filter((waiting) => {
      if (typeof waiting.target === "number") {
        if (--waiting.left > 0) return true;
        met.push(waiting.fault);
        return false;
      }
      if (!waiting.target(request)) return true;
      met.push(waiting.fault);
      return --waiting.left > 0;
    });
    return met;
  }
}
