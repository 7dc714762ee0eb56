import { decimal } from "@taizhang/quantity";
import type { Figures, TaskFact } from "../facts.ts";
import { groupBy } from "../group-by.ts";
import type { Adjustment, AssessedItem } from "./assessment.ts";

/** What people judge of one org: its 定性 tasks with a weight, and rows of 加分 and 减分 (评定项). */
export interface Judged {
  readonly items: readonly AssessedItem[];
  readonly bonuses: readonly Adjustment[];
  readonly deductions: readonly Adjustment[];
  /** 一票否决事项, each once. */
  readonly vetoes: readonly string[];
}

/**
 * The judged rows by org. A task counts once: the ledger's weight, and the first points that somebody gave. A row whose
 * figure is 不涉及 and that has no target concerns nobody.
 */
export function judgedOf({ tasks, targets, observations }: Figures, by: string): Map<string, Judged> {
  const aimed = new Set(targets.map(taskOf));
  const outside = new Set(
    observations.flatMap((one) => (one.value.status === "notApplicable" ? [taskOf(one)] : [])),
  );
  const isOutside = (task: TaskFact): boolean => {
    const key = JSON.stringify([task.org, task.id]);
    return outside.has(key) && !aimed.has(key);
  };
  const concerned = tasks.filter(
    ({ weight, adjusts, veto, kind, standing }) =>
      standing !== "superior" &&
      (adjusts !== undefined || veto !== undefined || (weight !== undefined && kind === "qualitative")),
  );
  const byOrg = groupBy(
    concerned.flatMap((task) => (task.dims[by] ?? []).map(({ name }) => ({ name, task }))),
    ({ name }) => name,
  );
  return new Map(
    [...byOrg].map(
      ([org, rows]) =>
        [
          org,
          judged(
            rows.map(({ task }) => task),
            tasks,
            isOutside,
          ),
        ] as const,
    ),
  );
}

/** The task of a target or a figure, as its own fact names it. */
const taskOf = ({
  org,
  taskId,
  indicator,
}: Figures["observations"][number] | Figures["targets"][number]): string =>
  JSON.stringify([org, taskId ?? indicator.key]);

function judged(
  own: readonly TaskFact[],
  all: readonly TaskFact[],
  isOutside: (task: TaskFact) => boolean,
): Judged {
  const items: AssessedItem[] = [];
  const bonuses: Adjustment[] = [];
  const deductions: Adjustment[] = [];
  const vetoes = new Set(own.flatMap(({ veto }) => veto ?? []));
  for (const [id, rows] of groupBy(own, (task) => task.id)) {
    const [first] = [...rows].sort(
      (a, b) => Number(a.standing !== "ledger") - Number(b.standing !== "ledger"),
    );
    if (!first) continue;
    const org = new Set(rows.map((row) => row.org));
    const given = [...rows, ...all.filter((task) => task.id === id && org.has(task.org))].find(
      (row) => row.given !== undefined,
    )?.given;
    const adjusts = rows.find((row) => row.adjusts)?.adjusts;
    if (adjusts === undefined) {
      if (first.weight !== undefined && first.kind === "qualitative")
        items.push(itemOf(first, given, rows.every(isOutside)));
    } else if (given !== undefined)
      (adjusts === "bonus" ? bonuses : deductions).push({ points: given, reason: first.title });
  }
  return { items, bonuses, deductions, vetoes: [...vetoes] };
}

const itemOf = (
  { title, id, weight = decimal("0"), at }: TaskFact,
  given: AssessedItem["given"],
  outside: boolean,
): AssessedItem => ({
  indicator: title,
  key: id,
  unit: "",
  direction: "up",
  qualitative: true,
  weight,
  actual: { status: outside && given === undefined ? "notApplicable" : "missing" },
  ...(given === undefined ? {} : { given }),
  ...(at ? { sources: [{ file: at.file, sheet: at.sheet, ref: at.ref }] } : {}),
});
