import { type Finding, finding } from "@taizhang/finding";
import type { Entry } from "../entry.ts";
import { amountText, readAmount } from "../read/amount.ts";
import { tallBlocks } from "../read/merged-figure.ts";
import { statusSaid } from "../read/status-said.ts";
import type { AssignedRow } from "../split/assignments.ts";

const figures = ["actualCumulative", "actualPeriod"] as const;

/** The figure that counts: the cumulative one where the form asks for it; a month alone does not stand in for it. */
const countedField = (entry: Entry): (typeof figures)[number] =>
  entry.cells.has("actualCumulative") ? "actualCumulative" : "actualPeriod";

/** A number is a figure, or an unusable one, and never missing. */
const isFilled = (entry: Entry, field: (typeof figures)[number]): boolean => {
  const cell = entry.cells.get(field);
  return typeof cell?.value === "number" || readAmount(cell, entry).status !== "missing";
};

export const hasFigure = (entry: Entry): boolean => isFilled(entry, countedField(entry));

/** Of two answers to one row the first counts, but for the figure that the row asks for and only the later one has. */
export const countsInstead = ({ entry: sent }: AssignedRow, before: Entry, entry: Entry): boolean =>
  asksFigure(sent, entry) && !hasFigure(before) && hasFigure(entry);

/** Something is written, be it only the month's figure. */
const wroteFigure = (entry: Entry): boolean => figures.some((field) => isFilled(entry, field));

const says = (entry: Entry): boolean =>
  (["progress", "status", "stage", "completion"] as const).some(
    (field) => (entry.cells.get(field)?.text ?? "") !== "" && entry.cells.get(field)?.formula === undefined,
  );

/** True where the state that the row prints says why there is no figure yet: 未到节点, 未启动, 暂缓. */
const isNotDue = (entry: Entry): boolean => {
  const word = statusSaid(entry.cells.get("status")?.text ?? "");
  return word === "notStarted" || word === "suspended";
};

/**
 * Whether a returned row answers what it was sent for (是否已报). A target that is a number is answered by a number, 0 or
 * “—”, or by a state that says that it is not due; words on its progress are no figure. Other tasks are answered by words.
 */
export function isAnswered({ entry: sent }: AssignedRow, entry: Entry): boolean {
  if (hasFigure(entry)) return !sharesFigure(entry);
  if (!says(entry) && !wroteFigure(entry)) return false;
  return !asksFigure(sent, entry) || isNotDue(entry);
}

/** M04: the row has words and no figure, where the ledger's target is a number (只有文字、没有数). */
export function* figureMissing(row: AssignedRow, entry: Entry): Generator<Finding> {
  const { entry: sent } = row;
  if (isAnswered(row, entry) || (!says(entry) && !wroteFigure(entry)) || sharesFigure(entry)) return;
  const cell = entry.cells.get(countedField(entry));
  const target = readAmount(sent.cells.get("target"), sent);
  if (cell)
    yield finding(
      "M04",
      {
        kind: "figure",
        indicator: sent.indicator,
        target: amountText(target),
        ...(sent.unit ? { unit: sent.unit } : {}),
      },
      [cell.at],
    );
}

const asksFigure = (sent: Entry, entry: Entry): boolean =>
  readAmount(sent.cells.get("target"), sent).status === "reported" &&
  figures.some((field) => entry.cells.has(field));

/** True where the figure stands in a cell that is merged over other rows: whose how much is, nobody can say (V10). */
export function sharesFigure(entry: Entry): boolean {
  const blocks = tallBlocks(entry.table);
  if (blocks.length === 0) return false;
  const column = entry.cells.get(countedField(entry))?.column.index;
  return (
    column !== undefined &&
    blocks.some(
      ({ top, bottom, left, right }) =>
        entry.row >= top && entry.row <= bottom && column >= left && column <= right,
    )
  );
}
