import { parseQuantity, unitOf } from "@taizhang/quantity";
import type { ItemDraft, ProgramDraft, TableTarget } from "./draft.ts";
import type { Span } from "./plan.ts";
import { cellOrgs } from "./responsibilities.ts";
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
  { columns, rows, sections = [] }: PastedTable,
  { scope, program }: { scope: SectionKind; program: ProgramDraft | undefined },
  addProgram: (title: string, no?: string) => ProgramDraft,
): ItemDraft[] {
  const items: ItemDraft[] = [];
  let current = program;
  for (const [at, row] of rows.entries()) {
    const heading = sections[at];
    if (heading) current = addProgram(...sectionOf(text.slice(heading.start, heading.end)));
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
    const orgs = of("org").flatMap(({ words, column }) => cellOrgs(words, column.heading));
    const span = trimmed(text, first.start, lastOfRun(first, cells));
    const reach = cells.at(-1)?.end ?? span.end;
    items.push({
      ...span,
      from: span.start,
      reach,
      no: of("no")[0]?.words.replace(/^[([]|[)\]]?[、.]?$/g, "") ?? null,
      program: current,
      scope: scope === "overall" ? "task" : scope,
      statements: [],
      orgs,
      inherits: orgs.length === 0,
      hidden: cells.filter(
        ({ column: { kind }, words }) =>
          kind !== "text" && kind !== "deadline" && !(kind === "target" && !parseQuantity(words).value),
      ),
      targets: targetsOf(cells, first.words),
    });
  }
  return items;
}

/** The title and the number of a section row: 一、教育提质(3项). */
function sectionOf(words: string): [title: string, no?: string] {
  const { no, title = words } = section.exec(words)?.groups ?? {};
  const bare = title.replace(/\((?:共)?\d+[项件个]\)$/, "").trim();
  return no ? [bare, no] : [bare];
}

const section = /^[第([]?(?<no>[一二三四五六七八九十]{1,3})[部章)\]、.]分?[、.]?\s*(?<title>.+)$/;

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
