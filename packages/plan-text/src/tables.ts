import { splitOrgList } from "@taizhang/admin-units";
import { parseQuantity, unitOf } from "@taizhang/quantity";
import type { ItemDraft, ProgramDraft, TableTarget } from "./draft.ts";
import type { Span } from "./plan.ts";
import type { NamedOrg } from "./responsibilities.ts";
import { roleKind } from "./role-words.ts";
import type { SectionKind } from "./sections.ts";
import { type PastedTable, trimmed } from "./table-cells.ts";
import type { ColumnKind, TableColumn } from "./table-columns.ts";

interface Cell extends Span {
  readonly column: TableColumn;
  readonly words: string;
}

/** The items that the rows of a pasted table are (表格条目): one a row that has words of its own. */
export function tableItems(
  text: string,
  { columns, rows }: PastedTable,
  { scope, program }: { scope: SectionKind; program: ProgramDraft | undefined },
  addProgram: (title: string) => ProgramDraft,
): ItemDraft[] {
  const items: ItemDraft[] = [];
  let current = program;
  for (const row of rows) {
    const cells = row
      .map(
        (cell, index): Cell => ({
          ...cell,
          column: columns[index] ?? { kind: "text", heading: "" },
          words: text.slice(cell.start, cell.end),
        }),
      )
      .filter(({ words }) => words !== "");
    const of = (kind: ColumnKind) => cells.filter(({ column }) => column.kind === kind);
    const [section] = of("program");
    if (section && section.words !== current?.title) current = addProgram(section.words);
    const content = cells.filter(({ column: { kind } }) => kind === "text" || kind === "target");
    const [first] = content;
    if (!first || (content.length === 1 && cells.length === 1)) continue;
    if (/^(?:合计|小计|总计|注\s*:|说明\s*:)/.test(first.words)) continue;
    const orgs = of("org").flatMap(({ words, column: { heading } }): NamedOrg[] =>
      splitOrgList(words).map(({ text: org }) => ({ org, role: heading, kind: roleKind(heading) })),
    );
    const span = trimmed(text, first.start, lastOfRun(first, cells));
    const reach = cells.at(-1)?.end ?? span.end;
    items.push({
      ...span,
      from: span.start,
      reach,
      no: of("no")[0]?.words.replace(/[、.]$/, "") ?? null,
      program: current,
      scope: scope === "overall" ? "task" : scope,
      statements: [],
      orgs,
      inherits: orgs.length === 0,
      hidden: cells.filter(({ column: { kind } }) => kind !== "text" && kind !== "deadline"),
      targets: targetsOf(cells, first.words),
    });
  }
  return items;
}

/** The end of the cells that stand side by side up to the first names, so that those stay outside. */
function lastOfRun(first: Cell, cells: readonly Cell[]): number {
  let end = first.end;
  for (const { start, end: to, column } of cells) {
    if (start <= first.start) continue;
    if (column.kind === "org" || column.kind === "person" || column.kind === "skip") break;
    end = to;
  }
  return end;
}

/** The bare numbers of a column of targets with the unit of the row or of the heading; cells of words are read as words. */
function targetsOf(cells: readonly Cell[], name: string): TableTarget[] {
  const unit = cells.find(({ column }) => column.kind === "unit")?.words;
  return cells
    .filter(({ column }) => column.kind === "target")
    .flatMap((cell): TableTarget[] => {
      const { value } = parseQuantity(cell.words);
      if (!value) return [];
      const own = value.unit !== "" || value.power > 0 ? value.unitText : (unit ?? cell.column.unit ?? "");
      const money = unitOf(own)?.dimension === "money" && /投资|资金/.test(cell.column.heading);
      return [
        {
          start: cell.start,
          end: cell.end,
          value,
          unit: own,
          name: money ? cell.column.heading : name,
          isMoney: money,
        },
      ];
    });
}
