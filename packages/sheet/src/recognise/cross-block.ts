import { splitNameAndUnit } from "@taizhang/quantity";
import type { Field } from "../field.ts";
import type { Column } from "../table.ts";
import type { Heading } from "./heading.ts";
import { trimGroup } from "./measure-words.ts";

/** What a column of a cross-tab measures (指标块). */
export type Block = Pick<Column, "indicator" | "unit" | "bound" | "division">;

/** Rates have no unit of the indicator. */
export const ratioFields: ReadonlySet<Field> = new Set<Field>(["completion", "yearOnYear"]);

/** The indicator that a heading names, without unit, bound and marks. */
export function blockOf(heading: Heading): Block {
  const said = /[（(](不[高低大小多少超]于?过?|以[内上])[)）]/.exec(heading.shown)?.[1];
  const shown = said === undefined ? heading.shown : heading.shown.replace(/[（(]不?[^（()）]*[)）]/, "");
  const { name, unit, bound } = splitNameAndUnit(shown.replace(/^[★☆◆◇*●▲■※]+|[★☆◆◇*●▲■※]+$/g, ""));
  const limit = bound ?? heading.bound ?? (said && (/[低小少上]/.test(said) ? "ge" : "le"));
  const wholeUnit = heading.unit ?? unit;
  return {
    indicator:
      trimGroup(
        name
          .replace(/[（(]\d{1,4}分[)）]$/, "")
          .replace(/^(?:\d{1,2}[.．、]|[（(]\d{1,2}[)）]|[①-⑳]|[一二三四五六七八九十]{1,2}、)/, ""),
      ) || name,
    ...(wholeUnit ? { unit: wholeUnit } : {}),
    ...(limit === "ge" || limit === "gt" || limit === "le" || limit === "lt" ? { bound: limit } : {}),
  };
}
