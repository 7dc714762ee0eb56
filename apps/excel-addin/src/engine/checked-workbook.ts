import type { Severity } from "@taizhang/finding";
import { gridOf } from "@taizhang/grid";
import { type Checking, rulesSheetName, type SheetReading, startChecking } from "@taizhang/sheet";
import type { Turn } from "./answers.ts";
import type { CheckAsk, Found } from "./protocol.ts";
import type { SheetStore } from "./sheet-store.ts";
import { loadTeamRules } from "./team-rules.ts";

/** A check of some sheets of a workbook: those that were not read yet take part without any cell. */
interface Checked {
  readonly checking: Checking;
  readonly order: readonly string[];
  /** The sheets that were read, with the version that was checked. */
  readonly done: ReadonlyMap<string, number>;
  readonly key: string;
}

/** The check of the workbook, which grows sheet by sheet and follows changes (检查的进度与结果). */
export interface CheckedWorkbook {
  /** Checks sheets as they are read; resolves when all have come. */
  readonly check: (ask: CheckAsk, turn: Turn) => Promise<void>;
  /** Checks again what came since; nothing is read anew for it. */
  readonly recheck: () => void;
  /** Keeps what a cancelled check had finished; the names of the sheets that it had (取消时保留). */
  readonly settle: () => readonly string[];
  /** The readings of the sheets that were read. */
  readonly readings: () => readonly SheetReading[];
  readonly findings: () => Checking["findings"];
}

/** Nothing was checked yet. */
export function checkedWorkbook(store: SheetStore): CheckedWorkbook {
  let current: Checked | undefined;
  let growing: Checked | undefined;
  return {
    check: async (ask, turn) => {
      const before = new Map(ask.read.map((name) => [name, store.version(name)]));
      growing = undefined;
      if (ask.order.some((name) => name.trim() === rulesSheetName)) await loadTeamRules();
      let next = began(ask, current, store);
      const waited = new Set(ask.read);
      const came = new Set<string>();
      while (waited.size > 0) {
        for (const name of waited)
          if (store.version(name) > (before.get(name) ?? 0) && waited.delete(name)) came.add(name);
        if (!isWorthwhile(came.size, next.done.size, waited.size)) {
          await turn.until(store.arrival());
          continue;
        }
        next = withSheets(next, came, store);
        came.clear();
        growing = next;
        turn.progress({ done: next.done.size, of: ask.order.length, at: "", found: foundBy(next) });
        await turn.breathe();
      }
      current = next;
      growing = next; // a cancel that crosses the answer on its way loses nothing
    },
    recheck: () => {
      growing = undefined;
      if (!current) return;
      const { done } = current;
      const fresh = [...done.keys()].filter((name) => store.version(name) !== done.get(name));
      current = withSheets(current, fresh, store);
    },
    settle: () => {
      const finished = growing;
      growing = undefined;
      if (!finished) return [];
      const names = [...finished.done.keys()];
      if (finished === current) return names;
      // an earlier check goes on with what was checked anew; one of other sheets, such as the trial of a large one, does not
      const known =
        current?.order.every((name) => finished.order.includes(name)) &&
        names.every((name) => current?.order.includes(name));
      current = current && known ? withSheets(current, names, store) : finished;
      return names;
    },
    readings: () => current?.checking.readings.filter(({ grid }) => current?.done.has(grid.name)) ?? [],
    findings: () => current?.checking.findings ?? [],
  };
}

/** The check to go on from: the one that stands where the question is the same, else a new one. */
function began(
  { order, read, file, ...context }: CheckAsk,
  current: Checked | undefined,
  store: SheetStore,
): Checked {
  const key = JSON.stringify([order, file, context]);
  if (current?.key === key && read.length < order.length) return current;
  const known = order.filter((name) => !read.includes(name) && store.grid(name));
  const grids = order.map(
    (name) => (known.includes(name) ? store.grid(name) : undefined) ?? gridOf(name, []),
  );
  return { checking: startChecking(grids, file, context), order, done: versionsOf(known, store), key };
}

function withSheets(before: Checked, names: Iterable<string>, store: SheetStore): Checked {
  const own = [...names].filter((name) => before.order.includes(name));
  const grids = own.map((name) => store.grid(name)).filter((grid) => grid !== undefined);
  if (grids.length === 0) return before;
  const done = new Map([...before.done, ...versionsOf(own, store)]);
  return { ...before, checking: before.checking.replace(grids), done };
}

const versionsOf = (names: readonly string[], store: SheetStore): Map<string, number> =>
  new Map(names.map((name) => [name, store.version(name)]));

/**
 * Whether to check now or to wait for more sheets: a further sheet costs a look at those before it, so that twice as many
 * as there were cost little more than all of them at once.
 */
const isWorthwhile = (came: number, done: number, waited: number): boolean =>
  came > 0 && (waited === 0 || came >= done);

/** What was found so far, by weight and by sheet. */
function foundBy({ checking, done }: Checked): Found {
  const counts: Record<Severity, number> = { A: 0, B: 0, C: 0, D: 0 };
  const sheets = new Map([...done.keys()].map((name) => [name, 0]));
  for (const { severity, status, at } of checking.findings) {
    if (status !== "open") continue;
    counts[severity]++;
    const [place] = at;
    if (place?.kind === "cell") sheets.set(place.sheet, (sheets.get(place.sheet) ?? 0) + 1);
  }
  return { counts, sheets: [...sheets].map(([sheet, count]) => ({ sheet, count })) };
}
