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

/** What the threads of a page did while something happened (各线程的时间). */
export interface Trace {
  /** The tasks of the thread that runs the page, longest first. */
  readonly main: readonly MainTask[];
  /** Processor time of each thread that ran something of the page. */
  readonly cpu: readonly { readonly thread: string; readonly milliseconds: number }[];
}

/**
 * What the threads do while something happens, from the browser's own trace. A busy machine makes tasks last longer, but
 * not their processor time.
 */
export async function traced(browser: Browser, page: Page, act: () => Promise<void>): Promise<Trace> {
  const categories = ["toplevel", "disabled-by-default-devtools.timeline", "devtools.timeline", "__metadata"];
  await browser.startTracing(page, { categories });
  let trace: Buffer;
  try {
    await act();
  } finally {
    trace = await browser.stopTracing();
  }
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: TraceEvent[] };
  const names = new Map(
    traceEvents
      .filter(({ name }) => name === "thread_name")
      .map(({ pid, tid, args }) => [`${pid} ${tid}`, args?.name ?? ""]),
  );
  const nameOf = ({ pid, tid }: TraceEvent) => names.get(`${pid} ${tid}`) ?? "";
  const tasks = traceEvents.filter(
    (event) => event.name === "RunTask" && event.ph === "X" && /CrRendererMain|Worker/.test(nameOf(event)),
  );
  const cpu = new Map<string, number>();
  for (const event of tasks) {
    const thread = `${nameOf(event)} ${event.tid}`;
    cpu.set(thread, (cpu.get(thread) ?? 0) + (event.tdur ?? 0) / 1000);
  }
  return {
    main: tasks
      .filter((event) => nameOf(event) === "CrRendererMain")
      .map(({ ts, dur = 0, tdur = dur }) => ({ at: ts / 1000, lasted: dur / 1000, cpu: tdur / 1000 }))
      .sort((a, b) => b.lasted - a.lasted),
    cpu: [...cpu].map(([thread, milliseconds]) => ({ thread, milliseconds: Math.round(milliseconds) })),
  };
}
