import { type Finding, finding } from "@taizhang/finding";
import type { Cell, Entry } from "../entry.ts";
import type { Subject, TableView } from "../rules/subject.ts";
import type { Column } from "../table.ts";
import { blankCell } from "./cel-environment.ts";
import { type Condition, compile, firstLine } from "./expression.ts";
import { columnNamed, valueInExpression } from "./row-values.ts";
import type { TeamRule } from "./team-rule.ts";

/** Rows × steps of one rule beyond which it is not gone on with: some seconds, counted, so the same everywhere. */
const mostSteps = 30_000_000;
/** Letters that one step looks at. */
const letters = 64;
/** Milliseconds that all rules together may take where the machine is slow or the count is wrong. */
const mostTime = 20_000;

/** What the rows of all tables break of a team's own rules, and rules that cannot be used (自编规则检查). */
export function* teamFindings(subject: Subject): Generator<Finding> {
  const byRules = new Map<readonly TeamRule[], TableView[]>();
  for (const view of subject.tables) {
    const rules = subject.teamRulesOf(view.table.file);
    if (rules.length > 0) byRules.set(rules, [...(byRules.get(rules) ?? []), view]);
  }
  const clock: Clock = { used: 0 };
  for (const [rules, views] of byRules)
    for (const rule of rules) if (!rule.off) yield* runRule(rule, views, clock);
}

/** The time that rules have taken so far; what a caller does between two findings is not theirs. */
interface Clock {
  used: number;
}

function* runRule(rule: TeamRule, views: readonly TableView[], clock: Clock): Generator<Finding> {
  const { id } = rule;
  const at = rule.at ? [rule.at] : [];
  const condition = compile(rule.expression);
  if ("kind" in condition) {
    yield finding("R02", { kind: condition.kind, rule: id, detail: condition.detail }, at);
    return;
  }
  const meant = views.map((view) => ({ view, columns: columnsOf(view, condition) }));
  const usable = meant.filter(({ columns }) => columns.missing === undefined);
  const [first] = meant;
  if (usable.length === 0) {
    if (first) yield finding("R02", { kind: "column", rule: id, detail: first.columns.missing ?? "" }, at);
    return;
  }
  let steps = usable.reduce((sum, { view }) => sum + view.data.length * condition.cost, 0);
  const found: Finding[] = [];
  let failed: string | undefined;
  const since = performance.now() - clock.used;
  for (const { view, columns } of usable)
    for (const entry of view.data) {
      const read = readRow(entry, columns.found);
      steps += stepsOfTexts(condition, read.cells);
      if (steps > mostSteps || performance.now() - since > mostTime) {
        clock.used = performance.now() - since;
        yield finding("R02", { kind: "slow", rule: id, detail: `${steps}` }, at);
        return;
      }
      const result = look(rule, condition, entry, read);
      if (result === undefined) continue;
      if (typeof result !== "string") found.push(result);
      else failed ??= result;
    }
  clock.used = performance.now() - since;
  yield* found;
  if (failed !== undefined) yield finding("R02", { kind: "type", rule: id, detail: failed }, at);
}

function columnsOf(
  { table }: TableView,
  { columns }: Condition,
): { found: ReadonlyMap<string, Column>; missing?: string } {
  const found = new Map<string, Column>();
  for (const name of columns) {
    const column = columnNamed(table, name);
    if (!column) return { found, missing: name };
    found.set(name, column);
  }
  return { found };
}

interface ReadRow {
  readonly row: Readonly<Record<string, unknown>>;
  readonly cells: ReadonlyMap<string, Cell>;
  readonly hasBlank: boolean;
}

function readRow(entry: Entry, columns: ReadonlyMap<string, Column>): ReadRow {
  const row: Record<string, unknown> = Object.create(null);
  const cells = new Map<string, Cell>();
  let hasBlank = false;
  for (const [name, column] of columns) {
    const { cell, value } = valueInExpression(entry, column);
    row[name] = value;
    hasBlank ||= value === blankCell;
    if (cell) cells.set(name, cell);
  }
  return { row, cells, hasBlank };
}

/** What the length of a row's texts adds: each step may go through them, and a search through one for each letter of another. */
function stepsOfTexts({ cost, searches }: Condition, cells: ReadonlyMap<string, Cell>): number {
  let all = 0;
  let longest = 0;
  for (const { text } of cells.values()) {
    all += text.length;
    longest = Math.max(longest, text.length);
  }
  if (all < letters) return 0;
  return Math.ceil((cost * all + searches * longest * Math.min(all, 2 * (all - longest) + 100)) / letters);
}

/** A finding, nothing where the row is in order or a needed cell is blank, or why the condition cannot be worked out. */
function look(
  rule: TeamRule,
  { holds }: Condition,
  entry: Entry,
  { row, cells, hasBlank }: ReadRow,
): Finding | string | undefined {
  let result: unknown;
  try {
    result = holds(row);
  } catch (error) {
    // A comparison with a blank has no answer: the row is passed over.
    return hasBlank ? undefined : firstLine(error);
  }
  if (result === true) return undefined;
  if (result !== false) return typeof result;
  const named = rule.column === undefined ? undefined : columnNamed(entry.table, rule.column);
  const pointed = named ? valueInExpression(entry, named).cell : undefined;
  const subject = pointed ?? cells.values().next().value;
  if (!subject) return undefined;
  return finding(
    "R01",
    {
      rule: rule.id,
      says: rule.says,
      values: [...cells].map(([header, { text }]) => ({ header, value: text })),
    },
    [subject.at],
    {
      related: [...cells.values()].filter((cell) => cell.at.ref !== subject.at.ref).map((cell) => cell.at),
      ...(rule.severity === "B" ? {} : { severity: rule.severity }),
    },
  );
}
