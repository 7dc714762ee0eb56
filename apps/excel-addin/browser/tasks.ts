import type { Browser, Page } from "playwright-core";

/** One task of a page's main thread: how long it lasted, and how much processor time of the thread it took (主线程任务). */
export interface MainTask {
  readonly at: number;
  readonly lasted: number;
  readonly cpu: number;
}

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/**
 * The tasks of the thread that runs the page while something happens, from the browser's own trace, longest first.
 * Milliseconds. A busy machine makes tasks last longer, but not their processor time.
 */
export async function mainTasks(browser: Browser, page: Page, act: () => Promise<void>): Promise<MainTask[]> {
  const categories = ["toplevel", "disabled-by-default-devtools.timeline", "devtools.timeline", "__metadata"];
  await browser.startTracing(page, { categories });
  let trace: Buffer;
  try {
    await act();
  } finally {
    trace = await browser.stopTracing();
  }
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: TraceEvent[] };
  const mains = new Set(
    traceEvents
      .filter(({ name, args }) => name === "thread_name" && args?.name === "CrRendererMain")
      .map(({ pid, tid }) => `${pid} ${tid}`),
  );
  return traceEvents
    .filter(({ name, ph, pid, tid }) => name === "RunTask" && ph === "X" && mains.has(`${pid} ${tid}`))
    .map(({ ts, dur = 0, tdur = dur }) => ({ at: ts / 1000, lasted: dur / 1000, cpu: tdur / 1000 }))
    .sort((a, b) => b.lasted - a.lasted);
}
