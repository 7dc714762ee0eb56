import { type Finding, finding, type Lang, type Severity } from "@taizhang/finding";
import {
  cellPlace,
  cellRef,
  type Grid,
  type LayoutCell,
  type SheetLayout,
  textOf,
  valueAt,
} from "@taizhang/grid";
import { rulesSheetName } from "./rules-sheet-name.ts";

/** A team's own rule: what must hold in each row (自编规则). */
export interface TeamRule {
  /** The team's own number, such as "R1". */
  readonly id: string;
  /** An expression in CEL that is true of a row that is in order: `row["累计完成"] <= row["年度目标"] * 2`. */
  readonly expression: string;
  /** What to tell whoever breaks it. */
  readonly says: string;
  readonly severity: Severity;
  /** The heading of the cell to point to; the first column that the expression names where it is left out. */
  readonly column?: string;
  readonly off?: true;
  /** Where the rule stands, for findings about the rule itself. */
  readonly at?: Finding["at"][number];
}

const headings = {
  "zh-CN": ["编号", "条件", "说明", "级别", "指向的列", "启用"],
  en: ["No.", "Condition", "Message", "Severity", "Points to", "In use"],
} as const;
type Part = "id" | "expression" | "says" | "severity" | "column" | "on";
const parts: readonly Part[] = ["id", "expression", "says", "severity", "column", "on"];

/**
 * The rules that a workbook keeps in its sheet 台账规则 (读自编规则), none without the sheet. A line without a condition
 * is passed over; a severity that cannot be read is B and named in `findings`.
 */
export function readTeamRules(
  grids: readonly Grid[],
  file = "",
): { rules: readonly TeamRule[]; findings: readonly Finding[] } {
  const grid = grids.find(({ name }) => name.trim() === rulesSheetName);
  const findings: Finding[] = [];
  const rules: TeamRule[] = [];
  if (!grid) return { rules, findings };
  let columns: ReadonlyMap<Part, number> | undefined;
  for (let row = 0; row < grid.rows.length; row++) {
    const texts = (grid.rows[row] ?? []).map((value) => textOf(value ?? null).trim());
    columns ??= columnsOf(texts);
    if (!columns || columnsOf(texts)) continue;
    const place = columns;
    const text = (part: Part) => {
      const column = place.get(part);
      return column === undefined ? "" : textOf(valueAt(grid, row, column)).trim();
    };
    const expression = text("expression");
    if (expression === "") continue;
    const at = cellPlace(file, grid.name, cellRef(row, columns.get("expression") ?? 0));
    const grade = text("severity").toUpperCase().slice(0, 1);
    const known = /^[ABCD]$/.test(grade);
    if (grade !== "" && !known)
      findings.push(
        finding("R03", { kind: "severity", text: text("severity"), sheet: rulesSheetName }, [at]),
      );
    if (text("on") !== "" && !off.test(text("on")) && !on.test(text("on"))) {
      const place = cellPlace(file, grid.name, cellRef(row, columns.get("on") ?? 0));
      findings.push(finding("R03", { kind: "onOff", text: text("on"), sheet: rulesSheetName }, [place]));
    }
    rules.push({
      id: text("id") || `R${rules.length + 1}`,
      expression,
      says: text("says") || expression,
      severity: known ? (grade as Severity) : "B",
      ...(text("column") === "" ? {} : { column: text("column") }),
      ...(off.test(text("on")) ? { off: true } : {}),
      at,
    });
  }
  return { rules, findings };
}

const off = /^(?:否|不|停用?|已停用|不启用|未启用|禁用|暂停|关闭?|不用|no?|false|off|disabled|0|[×✗✘])$/i;
const on = /^(?:是|启用|已启用|开启?|用|使用|有效|y|yes|true|on|enabled|1|[√✓✔])$/i;

function columnsOf(texts: readonly string[]): ReadonlyMap<Part, number> | undefined {
  const columns = new Map<Part, number>();
  for (const words of Object.values(headings))
    for (const [index, heading] of words.entries()) {
      const column = texts.indexOf(heading);
      const part = parts[index];
      if (column >= 0 && part) columns.set(part, column);
    }
  return columns.has("expression") && columns.size >= 2 ? columns : undefined;
}

const help = {
  "zh-CN": [
    "一行一条规则。“条件”写每一行都应当成立的式子，不成立的行就报出来。",
    '列写成 row["列名"]，如 row["累计完成"] <= row["年度目标"] * 2；列名可用表上的，也可用标准列名。',
    "可用 + - * / 和 < <= > >= == !=，&&（并且）、||（或者）、!（非），in、contains、startsWith、size，以及 blank(…)（空着）、abs(…)。",
    '式子里用到的格空着时，这一行不检查；要求不能空着的，写 !blank(row["责任人"])。',
  ],
  en: [
    "One rule a line. The condition must hold in every row; rows in which it does not are found.",
    'A column is row["heading"], such as row["累计完成"] <= row["年度目标"] * 2; the sheet\'s heading or the standard one.',
    "There are + - * / and < <= > >= == !=, && || !, in, contains, startsWith, size, and blank(…), abs(…).",
    'A row in which a cell that the condition needs is blank is passed over; !blank(row["责任人"]) asks for it.',
  ],
} as const;

/** The sheet 台账规则 of these rules, with lines left free and how to write one (写自编规则). */
export function teamRulesLayout(rules: readonly TeamRule[], lang: Lang = "zh-CN"): SheetLayout {
  const lines = help[lang];
  const first = lines.length + 3;
  const last = first + rules.length + 19;
  const input = (value: string | null): LayoutCell => ({ value, style: "input", format: "@" });
  return {
    name: rulesSheetName,
    rows: [
      [{ value: rulesSheetName, style: "title" }],
      ...lines.map((value): LayoutCell[] => [{ value, style: "note" }]),
      headings[lang].map((value): LayoutCell => ({ value, style: "header" })),
      ...rules.map(({ id, expression, says, severity, column = "", off }) =>
        [id, expression, says, severity, column, off ? "否" : "是"].map((value) => input(value || null)),
      ),
      ...Array.from({ length: 20 }, () => parts.map(() => input(null))),
    ],
    merges: ["A1:F1", ...lines.map((_, index) => `A${index + 2}:F${index + 2}`)],
    widths: [8, 60, 40, 8, 18, 8],
    freeze: `A${first}`,
    choices: [
      { ref: `D${first}:D${last}`, list: ["A", "B", "C", "D"] },
      { ref: `F${first}:F${last}`, list: ["是", "否"] },
    ],
    print: { landscape: true, fitToWidth: true },
  };
}
