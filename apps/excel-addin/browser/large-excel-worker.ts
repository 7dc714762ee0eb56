import { type Actor, actor, bookOfGrids, OfficeHost } from "@taizhang/office-host";
import { playFromWorker, type WorkerScope } from "@taizhang/office-host/browser";
import { largeWorkbook } from "../test/large-workbook.ts";

/** What a test asks of the Excel in the worker. */
export type LargeAsk =
  | { readonly do: "make"; readonly sheets: number; readonly rows: number }
  /** From now on Excel answers so many milliseconds later. */
  | { readonly do: "slow"; readonly delay: number }
  | { readonly do: "type"; readonly sheet: string; readonly ref: string; readonly input: string | number }
  | { readonly do: "report" };

/** What the add-in has asked since the last report. */
export interface LargeReport {
  readonly requests: readonly { readonly replyBytes: number; readonly acts: readonly string[] }[];
}

export interface FromLargeExcel {
  readonly kind: "report" | "say";
  readonly report: LargeReport;
}

const scope = globalThis as unknown as WorkerScope;
let host: OfficeHost | undefined;
let user: Actor | undefined;

function answer(ask: LargeAsk): LargeReport {
  if (ask.do === "make") {
    const book = bookOfGrids(largeWorkbook(ask.sheets, ask.rows), "大表.xlsx");
    host = new OfficeHost(book);
    user = actor(book);
    playFromWorker(host, scope);
  } else if (ask.do === "slow") host?.faults.always({ delay: ask.delay });
  else if (ask.do === "type") user?.type(ask.sheet, ask.ref, ask.input);
  const requests = (host?.syncs ?? []).map(({ replyBytes, acts }) => ({
    replyBytes,
    acts: acts.slice(0, 8),
  }));
  host?.forget();
  return { requests };
}

scope.addEventListener("message", ({ data }) => {
  const message = data as { readonly kind: string; readonly question: LargeAsk };
  if (message.kind === "ask")
    scope.postMessage({ kind: "report", report: answer(message.question) } satisfies FromLargeExcel);
});
