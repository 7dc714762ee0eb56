import { splitOrgList } from "@taizhang/admin-units";
import type { ItemDraft, ProgramDraft } from "./draft.ts";
import type { Span } from "./plan.ts";
import type { NamedOrg } from "./responsibilities.ts";
import { roleKind } from "./role-words.ts";
import type { SectionKind } from "./sections.ts";

/** What a column of a pasted table holds, by its heading (粘贴表格的列). */
const columns: readonly (readonly [string, RegExp])[] = [
  ["no", /^(?:序号|编号|项次|No\.?)$/i],
  ["program", /^(?:类别|板块|工作板块|领域|分类|项目类别|工程类别|工程名称)$/],
  ["person", /(?:领导|责任人|负责人|联系人|电话)/],
  ["org", /(?:单位|部门|主体)/],
  ["skip", /^(?:备注|进展|完成情况|说明|资金来源)/],
  ["text", /./],
];

/** The items of a stretch that is a table pasted as lines with tabs, or undefined. */
export function tableItems(
  text: string,
  { start, end }: Span,
  { scope, program }: { scope: SectionKind; program: ProgramDraft | undefined },
): ItemDraft[] | undefined {
  const own = text.slice(start, end);
  if (!own.includes("\t")) return undefined;
  const rows: Span[][] = [];
  let from = start;
  for (const line of own.split("\n")) {
    if (line.includes("\t")) rows.push(cellsOf(line, from));
    from += line.length + 1;
  }
  const words = (span: Span) => text.slice(span.start, span.end).trim();
  const header = rows.findIndex((row) => row.filter((cell) => isHeading(words(cell))).length >= 2);
  const kinds = rows[header]?.map(
    (cell) => columns.find(([, test]) => test.test(words(cell).replace(/\s/g, "")))?.[0] ?? "text",
  );
  if (!kinds) return undefined;
  const headings = rows[header]?.map(words) ?? [];
  const items: ItemDraft[] = [];
  for (const row of rows.slice(header + 1)) {
    const cells = row
      .map((cell, index) => ({ cell, kind: kinds[index] ?? "text", heading: headings[index] ?? "" }))
      .filter(({ cell }) => words(cell) !== "");
    const content = cells.filter(({ kind }) => kind === "text");
    const [first, last] = [content[0], content.at(-1)];
    if (!first || !last) continue;
    const no = cells.find(({ kind }) => kind === "no");
    const orgs = cells
      .filter(({ kind }) => kind === "org")
      .flatMap(({ cell, heading }): NamedOrg[] =>
        splitOrgList(words(cell)).map(({ text: org }) => ({ org, role: heading, kind: roleKind(heading) })),
      );
    const span = trimmed(text, first.cell.start, lastOfRun(content, cells));
    items.push({
      ...span,
      from: span.start,
      reach: span.end,
      no: no ? words(no.cell) : null,
      program,
      scope: scope === "overall" ? "task" : scope,
      statements: [],
      orgs,
      inherits: orgs.length === 0,
      cells: content.map(({ cell }) => cell),
    });
  }
  return items.length > 0 ? items : undefined;
}

type Kinded = { readonly cell: Span; readonly kind: string };

/** The end of the cells of content that stand side by side, so that names between them stay outside. */
function lastOfRun(content: readonly Kinded[], cells: readonly Kinded[]): number {
  let end = content[0]?.cell.end ?? 0;
  for (const { cell } of content.slice(1)) {
    const between = cells.some(
      (one) => one.kind === "org" && one.cell.start >= end && one.cell.end <= cell.start,
    );
    if (between) break;
    end = cell.end;
  }
  return end;
}

function trimmed(text: string, from: number, to: number): Span {
  let [start, end] = [from, to];
  while (start < end && /\s/.test(text.charAt(start))) start++;
  while (end > start && /\s/.test(text.charAt(end - 1))) end--;
  return { start, end };
}

function cellsOf(line: string, at: number): Span[] {
  const cells: Span[] = [];
  let from = 0;
  for (const cell of line.split("\t")) {
    cells.push({ start: at + from, end: at + from + cell.length });
    from += cell.length + 1;
  }
  return cells;
}

const isHeading = (words: string): boolean =>
  /^(?:序号|编号|(?:工作|重点|目标|具体|主要|年度|建设|实施|项目)?(?:任务|事项|内容|目标|名称|措施|指标|要求|项目)(?:名称|内容)?|(?:牵头|责任|配合|协办|主办|承办|实施)(?:单位|部门|领导)?|责任人|完成(?:时限|时间)|时限|备注|类别|板块|计量单位|目标值|总投资.*)$/.test(
    words.replace(/\s/g, ""),
  );
