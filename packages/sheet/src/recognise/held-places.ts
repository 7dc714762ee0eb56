import type { Field } from "../field.ts";
import type { Column, TableRow } from "../table.ts";
import { zone } from "./group-label.ts";
import { placeColumn } from "./group-rows.ts";
import { fold } from "./heading.ts";
import { ownText, type SheetView } from "./sheet-view.ts";

/** A longer table is no list of places. */
const mostRows = 2_000;

/**
 * The rows, with those of places marked as 其中 that the sheet says are contained in another one's figures: 净月开发区 with the
 * remark 含在南关区, or 南关区（含净月开发区）. Beside the district they would be counted twice (单列与含在某区).
 */
export function withHeldPlaces(
  view: SheetView,
  columns: readonly Column[],
  rows: readonly TableRow[],
): readonly TableRow[] {
  if (rows.length > mostRows) return rows;
  const column = placeColumn(view, columns, rows);
  if (!column) return rows;
  const data = rows.filter(({ kind }) => kind === "data");
  const nameOf = new Map(data.map((row) => [row, withoutRemark(fold(ownText(view, row.row, column.index)))]));
  const names = [...new Set(nameOf.values())].filter((name) => name.length > 1);
  const remarks = columns.filter(({ field, index }) => field === "note" || index === column.index);
  const held = new Map<string, string>();
  const hear = (text: string, self?: string) => {
    for (const clause of fold(text).split(/[,，;；。]/))
      for (const [part, whole] of heldIn(clause, names, self))
        if (part !== whole && held.get(whole) !== part) held.set(part, whole);
  };
  for (const row of rows)
    if (row.kind === "note") for (const text of view.grid.rows[row.row] ?? []) hear(`${text ?? ""}`);
  for (const [row, name] of nameOf)
    for (const { index } of remarks) {
      const text = fold(ownText(view, row.row, index));
      hear(index === column.index ? text.slice(name.length).replace(/^\(|\)$/g, "") : text, name);
    }
  if (held.size === 0) return rows;
  return rows.map((row) => {
    const whole = held.get(nameOf.get(row) ?? "");
    return whole === undefined
      ? row
      : { ...row, kind: "ofWhich", evidence: [{ rule: "heldByPlace", saw: whole }] };
  });
}

/** The columns that say of a place that another one holds it. */
export const heldFields: ReadonlySet<Field> = new Set<Field>(["division", "lead", "note"]);

/** 南关区(含净月开发区) → 南关区: the place's name without what its figures hold. */
export const withoutRemark = (name: string): string =>
  name.replace(/[(（](?:不?含|不?包[括含]|其中|已?计入|已?纳入|未[含计]|单列)[^()（）]*[)）]$/, "");

const denied = /不|未|除|单列|剔|扣/;
const into = /(?:包含|含|计|统计|合并)(?:在|于|到)|计入|纳入|并入|归入/;
const holding = /其中|包含|包括|含有?/;
const figures = "(?:的?(?:数据|数字|数|任务|指标|目标)?(?:之?[内中里]|范围)?内?(?:统计|计算|考核|核算)?)";
const afterWhole = new RegExp(`^${figures}$`);
const afterParts = new RegExp(`^(?:${figures}|:?\\d[\\d.]*\\D{0,2})$`);

/** Which place another one holds, as a clause says it: [part, whole]. */
function heldIn(clause: string, names: readonly string[], self: string | undefined): [string, string][] {
  if (clause.length > 60 || denied.test(clause)) return [];
  const named = (text: string) => names.filter((name) => text.includes(name));
  const [verb] = into.exec(clause) ?? [];
  if (verb !== undefined) {
    const [before = "", after = ""] = split(clause, verb);
    const whole = names.find((name) => after.startsWith(name) && afterWhole.test(after.slice(name.length)));
    const parts = named(before);
    return whole === undefined
      ? []
      : (parts.length > 0 ? parts : self === undefined ? [] : [self]).map((part) => [part, whole]);
  }
  const [word] = holding.exec(clause) ?? [];
  if (word === undefined) return [];
  const [before = "", after = ""] = split(clause, word);
  const parts = named(after).filter((name) => zone.test(name));
  const rest = parts.reduce((text, part) => text.replace(part, ""), after).replace(/[、和及与:]/g, "");
  const whole = named(before)[0] ?? self;
  return whole === undefined || !afterParts.test(rest) ? [] : parts.map((part) => [part, whole]);
}

function split(text: string, by: string): [string, string] {
  const at = text.indexOf(by);
  return [text.slice(0, at), text.slice(at + by.length)];
}
