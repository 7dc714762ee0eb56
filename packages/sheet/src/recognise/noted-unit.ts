import { unitOf } from "@taizhang/quantity";
import { amountFields, type Field, moneyFields } from "../field.ts";
import type { Draft } from "./column-meaning.ts";

/** The units that stand above a table: one for all, or several of which each column has one. */
interface Noted {
  readonly unitNote?: string | undefined;
  readonly unitNotes?: readonly string[] | undefined;
}

const notedFields: ReadonlySet<Field> = new Set(amountFields);

/** 单位：万元 above a table of tasks that has money columns speaks of these; above any other, of all amounts. */
const isMoneyOrAll = (field: Field, drafts: readonly Draft[]): boolean =>
  moneyFields.has(field) ||
  !drafts.some((draft) => moneyFields.has(draft.field)) ||
  !drafts.some((draft) => draft.field === "task" || draft.field === "indicator");

/** What is counted in a unit, by the heading's words. */
const wordsOf = {
  money: /资金|投资|金额|产值|收入|支出|税|贷款|经费/,
  area: /面积/,
  mass: /产量|总产/,
  人: /人数|人次|就业|培训/,
  户: /户数|农户/,
} satisfies Readonly<Record<string, RegExp>>;

const wordsFor: Readonly<Record<string, RegExp | undefined>> = wordsOf;

/** 技改投资, 财政收入: what has such a name is counted in money (金额). */
export const namesMoney = (name: string): boolean =>
  wordsOf.money.test(name) && !/[率幅速度]$|比重$/.test(name);

/**
 * 单位：万元、人 beside money columns: these are in 万元, the other figures in 人. Without money columns, or with two units
 * of a kind, nothing says which column is in which.
 */
function unitOfSeveral(
  units: readonly string[],
  { field, path }: Draft,
  indicator: string | undefined,
  drafts: readonly Draft[],
): string | undefined {
  const text = `${path.map(({ shown }) => shown).join("")}${indicator ?? ""}`;
  const named = units.filter((unit) => {
    const dimension = unitOf(unit)?.dimension ?? "";
    return (wordsFor[dimension] ?? wordsFor[unitOf(unit)?.unit ?? ""])?.test(text) === true;
  });
  if (named.length === 1) return named[0];
  const ofKind = (money: boolean) => units.filter((unit) => (unitOf(unit)?.dimension === "money") === money);
  const isMoney = moneyFields.has(field);
  const fitting = ofKind(isMoney);
  const sure = isMoney || (ofKind(true).length > 0 && drafts.some((draft) => moneyFields.has(draft.field)));
  return sure && fitting.length === 1 ? fitting[0] : undefined;
}

/** The unit that the note above the table gives a column, if it speaks of it (表头单位). */
export function notedUnit(
  { unitNote, unitNotes }: Noted,
  draft: Draft,
  indicator: string | undefined,
  drafts: readonly Draft[],
): string | undefined {
  if (!notedFields.has(draft.field)) return undefined;
  if (unitNotes) return unitOfSeveral(unitNotes, draft, indicator, drafts);
  return unitNote && isMoneyOrAll(draft.field, drafts) ? unitNote : undefined;
}
