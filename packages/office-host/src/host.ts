import type { Scope } from "./api/back-links.ts";
import { scopeOf } from "./api/scope-of.ts";
import { type FunctionResult, service } from "./api/services.ts";
import { Workbook } from "./api/workbook.ts";
import { type Book, sheetById } from "./model/book.ts";
import type { BookEvent } from "./model/book-events.ts";
import { ApiError } from "./protocol/api-error.ts";
import { actOf, actsOf, type Batch, isHousekeeping } from "./protocol/batch.ts";
import { execute } from "./protocol/engine.ts";
import { type EventEntry, eventMessages } from "./protocol/event-messages.ts";
import { type Fault, Faults } from "./protocol/faults.ts";
import type { HostObject } from "./protocol/host-object.ts";
import type { Request, Response } from "./protocol/messages.ts";

/** The largest request and reply that Excel on the web carries. */
export const mostBytes = 5 * 1024 * 1024;

/** The category and type of the message that calls a custom function. */
const customFunctions = 1;
const invocation = 1000;

/** How the host answers a request: a response, or an error of the carrier with its Office code. */
export type Answer = { readonly response: Response } | { readonly error: string; readonly message: string };

/**
 * An Excel for one add-in: it carries out the requests of the real Office.js on a workbook of its own (宿主).
 * A transport (Node or a page) hands it requests and takes its event messages.
 */
export class OfficeHost {
  readonly book: Book;
  readonly root: Workbook;
  /** Every request since the start or `forget`, in their order. */
  readonly batches: Batch[] = [];
  readonly faults: Faults = new Faults();
  /** Members that the add-in asked for and the host has not, each once. */
  readonly lacking: Set<string> = new Set();
  /** True while the user is typing in a cell: every request fails until it ends. */
  editing = false;
  readonly #references = new Map<string, HostObject>();
  readonly #listeners = new Set<(entry: EventEntry) => void>();
  readonly #done = new Set<(batch: Batch) => void>();
  readonly #waiting = new Map<number, (result: FunctionResult) => void>();
  #rangesOfEvents = 0;
  #calls = 0;
  readonly #scope: Scope;

  constructor(book: Book) {
    this.book = book;
    this.#scope = scopeOf(book);
    this.root = new Workbook(this.#scope, this.#references);
    book.events.listen((event) => this.#tell(event));
  }

  /** The syncs of the add-in: its requests without the client's own housekeeping. */
  get syncs(): readonly Batch[] {
    return this.batches.filter(({ housekeeping }) => !housekeeping);
  }

  /** Forgets the requests so far, so that a test can count its own. */
  forget(): void {
    this.batches.length = 0;
  }

  /** Takes event messages, for a transport. */
  onEvent(listener: (entry: EventEntry) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Tells when a request has been carried out, for a page that shows the workbook. */
  onDone(listener: (batch: Batch) => void): () => void {
    this.#done.add(listener);
    return () => this.#done.delete(listener);
  }

  /** Sends a message of any kind to the add-in, such as the call of a custom function. */
  send(entry: EventEntry): void {
    for (const listener of [...this.#listeners]) listener(entry);
  }

  /** What a custom function of the add-in gives for these arguments (a range as rows), called as a cell would call it. */
  async callFunction(
    name: string,
    values: readonly unknown[],
    address = "Sheet1!A1",
  ): Promise<FunctionResult> {
    const id = ++this.#calls;
    const result = new Promise<FunctionResult>((done) => this.#waiting.set(id, done));
    this.send([customFunctions, invocation, "", JSON.stringify([id, name, values, address, 0]), 0, false]);
    return result;
  }

  /** Takes what a custom function gave. */
  finishCall(id: number, result: FunctionResult): void {
    this.#waiting.get(id)?.(result);
    this.#waiting.delete(id);
  }

  /** Carries out a request, and answers when it is done. `text` is the request as it travelled. */
  async answer(text: string): Promise<Answer> {
    const request = JSON.parse(text) as Request;
    const own = isHousekeeping(request);
    const faults = own ? [] : this.faults.meeting(request);
    for (const { before } of faults) before?.();
    this.book.events.flush();
    await pause(Math.max(0, ...faults.map((fault) => fault.delay ?? 0)));
    const bytes = new TextEncoder().encode(text).length;
    const changes = this.book.journal.changes;
    const answer = this.#carryOut(request, bytes, faults, own);
    const reply = "response" in answer ? JSON.stringify(answer.response) : "";
    const replyBytes = new TextEncoder().encode(reply).length;
    const tooLong = replyBytes > mostBytes;
    const given: Answer = tooLong
      ? {
          error: "ResponsePayloadSizeLimitExceeded",
          message: `The response of ${replyBytes} bytes exceeds the limit.`,
        }
      : answer;
    const error = "error" in given ? given.error : given.response.Error?.Code;
    const batch: Batch = {
      acts: actsOf(request),
      request,
      bytes,
      replyBytes,
      wrote: this.book.journal.changes !== changes,
      housekeeping: own,
      ...(error === undefined ? {} : { error }),
    };
    this.batches.push(batch);
    for (const listener of [...this.#done]) listener(batch);
    await pause(Math.max(0, ...faults.map((fault) => fault.late ?? 0)));
    // events reach the add-in after the reply
    setTimeout(() => this.book.events.flush(), 0);
    return given;
  }

  #carryOut(request: Request, bytes: number, faults: readonly Fault[], own: boolean): Answer {
    const error = faults.find((fault) => fault.error !== undefined);
    const fail = (fault: Fault): Answer => ({
      error: fault.error ?? "GeneralException",
      message: injected(fault),
    });
    if (this.editing && !own)
      return { error: "InvalidOperationInCellEditMode", message: "Excel is in cell-editing mode." };
    if (bytes > mostBytes)
      return {
        error: "RequestPayloadSizeLimitExceeded",
        message: `The request of ${bytes} bytes exceeds the limit.`,
      };
    if (error && (error.at ?? "before") === "before") return fail(error);
    let act = 0;
    const response = this.book.journal.step(actsOf(request).at(-1) ?? "add-in", () =>
      execute(request, {
        root: this.root,
        create: (name) => service(name, this),
        references: this.#references,
        before: (action) => {
          if (actOf(request, action) !== undefined && act++ === error?.at)
            throw new ApiError(error.error ?? "GeneralException", injected(error));
        },
      }),
    );
    const lacking = /^office-host has no (.+?);/.exec(response.Error?.Message ?? "")?.[1];
    if (lacking !== undefined) this.lacking.add(lacking);
    return error?.at === "after" ? fail(error) : { response };
  }

  #tell(event: BookEvent): void {
    const keepRange = (sheetId: string): HostObject | undefined => {
      const sheet = sheetById(this.book, sheetId);
      if (!sheet || event.kind !== "changed") return undefined;
      const range = this.#scope.range(sheet, event.block);
      range.reference = `event${++this.#rangesOfEvents}`;
      this.#references.set(range.reference, range);
      // the client does not let go of these: only the latest are kept
      this.#references.delete(`event${this.#rangesOfEvents - 1000}`);
      return range;
    };
    for (const entry of eventMessages(event, { book: this.book, keepRange })) this.send(entry);
  }
}

/** Waits, but not even a turn where there is nothing to wait for. */
const pause = async (milliseconds: number): Promise<void> => {
  if (milliseconds > 0) await new Promise((done) => setTimeout(done, milliseconds));
};

const injected = (fault: Fault): string => fault.message ?? "This fault was injected by a test.";
