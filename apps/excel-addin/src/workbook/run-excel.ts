import { failureOf, HostFailure } from "./failure.ts";

type Batch<T> = (context: Excel.RequestContext) => Promise<T>;

export interface RunOptions {
  /** The first round trip of the batch that may write, from 1; absent for a batch that only reads. */
  readonly writesFrom?: number;
  /** Asks Excel to undo the whole batch in one step. */
  readonly asOneStep?: boolean;
}

/** Milliseconds without an answer after which Excel counts as lost. */
export const usualPatience = 20_000;

let patience = usualPatience;
/** How long an answer is waited for, for all that follows. */
export const setPatience = (milliseconds: number): void => {
  patience = milliseconds;
};

/**
 * Carries a batch out; whatever goes wrong comes back as a `HostFailure` (一次往返). Where a round trip gets no answer
 * in time, nothing more of the batch is sent: "lost" if nothing can have been written, else "unclear".
 */
export async function run<T>(batch: Batch<T>, { writesFrom, asOneStep }: RunOptions = {}): Promise<T> {
  let lose: (failure: HostFailure) => void = () => {};
  const lost = new Promise<never>((_, reject) => {
    lose = reject;
  });
  lost.catch(() => {}); // the batch may end before
  const timed: Batch<T> = (context) => {
    const sync = context.sync.bind(context) as (given?: unknown) => Promise<unknown>;
    let trips = 0;
    const inTime = (given?: unknown) => {
      const kind = ++trips >= (writesFrom ?? Number.POSITIVE_INFINITY) ? "unclear" : "lost";
      return answered(sync(given), () => {
        const failure = new HostFailure(kind);
        lose(failure);
        return failure;
      });
    };
    context.sync = inTime as typeof context.sync;
    return batch(context);
  };
  try {
    const ran = asOneStep && canUndo() ? Excel.run({ mergeUndoGroup: true }, timed) : Excel.run(timed);
    ran.catch(() => {}); // after a loss nobody waits for it
    return await Promise.race([ran, lost]);
  } catch (error) {
    const failure = failureOf(error);
    // something of the batch is beyond Excel's undo: it is carried out all the same, in steps of its own
    if (asOneStep && failure.code === "UndoNotSupported")
      return run(batch, writesFrom === undefined ? {} : { writesFrom });
    throw failure;
  }
}

/** Whether Excel's own undo takes back what an add-in writes: older ones forget with it what came before. */
export const canUndo = (): boolean =>
  Office.context?.requirements?.isSetSupported("ExcelApi", "1.20") === true;

/** The promise, or the failure once it has taken too long. */
function answered<T>(promise: Promise<T>, late: () => HostFailure): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(late()), patience);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
