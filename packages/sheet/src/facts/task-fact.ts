import type { TaskFact } from "@taizhang/kpi";
import type { TaskKind } from "@taizhang/model";
import type { Field } from "../field.ts";
import { assessedPoints } from "../read/points.ts";
import type { About, Row } from "./about.ts";
import { moneyIdOf } from "./investment.ts";

/** What is known of a task's time and targets before its state is read. */
interface TaskFrame {
  readonly days: Pick<TaskFact, "start" | "deadline">;
  readonly recurring: boolean;
  readonly hasTarget: boolean;
  /** The row has a plan of money, or what was spent of it. */
  readonly hasMoney: boolean;
}

/** The task of a row, with its printed state and text (任务). Rows of one task share an id and count once. */
export function taskFact(
  { entry, standing, ledger, source: { period } }: Row,
  about: About,
  { days, recurring, hasTarget, hasMoney }: TaskFrame,
): TaskFact {
  const text = (field: Field) => entry.cells.get(field)?.text;
  const [statusText, evidence] = [text("status"), text("evidence")];
  // A row that asks for no number tells of its progress where the others have their figures.
  const told = hasTarget ? undefined : text("actualCumulative") || text("actualPeriod") || undefined;
  const progressText = text("progress") ?? told;
  const [first] = entry.cells.values();
  const printed = (field: Field) => [entry, ledger].map((row) => row?.cells.get(field)?.text).find(Boolean);
  const ledgerId = ledger?.id ?? entry.id;
  const [problemText, leader, owner] = [printed("problem"), printed("leader"), printed("owner")];
  return {
    id: about.taskId ?? about.indicator.key,
    ...(ledgerId === undefined ? {} : { ledgerId }),
    title: about.taskTitle ?? about.indicator.name,
    standing: standing === "total" ? "superior" : standing,
    org: about.org,
    dims: about.dims,
    ...(about.dataOrg === undefined ? {} : { dataOrg: about.dataOrg }),
    kind: kindOf((ledger ?? entry).cells.get("kind")?.text ?? "", hasTarget),
    ...(period === undefined ? {} : { period }),
    ...days,
    ...(recurring ? { recurring } : {}),
    ...(statusText === undefined ? {} : { statusText }),
    ...(progressText === undefined ? {} : { progressText }),
    ...(evidence === undefined ? {} : { evidence }),
    ...(problemText === undefined ? {} : { problemText }),
    ...(leader === undefined ? {} : { leader }),
    ...(owner === undefined ? {} : { owner }),
    ...assessedPoints(entry, ledger),
    ...(hasMoney ? { moneyId: moneyIdOf(about) } : {}),
    reported: standing !== "ledger" && reportFields.some((field) => (text(field) ?? "") !== ""),
    ...(first ? { at: first.at } : {}),
  };
}

const reportFields: readonly Field[] = [
  "actualPeriod",
  "actualCumulative",
  "status",
  "progress",
  "stage",
  "investmentActual",
];

function kindOf(printed: string, hasTarget: boolean): TaskKind {
  if (/定量/.test(printed)) return "quantitative";
  if (/定性/.test(printed)) return "qualitative";
  if (/项目|里程碑/.test(printed)) return "milestone";
  return hasTarget ? "quantitative" : "qualitative";
}
