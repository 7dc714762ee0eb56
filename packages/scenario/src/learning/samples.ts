import { readdirSync, readFileSync } from "node:fs";
import { type Grid, parseRange } from "@taizhang/grid";
import specs from "../../../sheet/specs/recognise.json" with { type: "json" };
import { cluesOf, cluesOfTable } from "../../../sheet/src/recognise/clues.ts";
import type { Draft } from "../../../sheet/src/recognise/column-meaning.ts";
import { yearOfTable } from "../../../sheet/src/recognise/columns.ts";
import { rolesOf } from "../../../sheet/src/recognise/figure-relations.ts";
import { aboveFoot } from "../../../sheet/src/recognise/foot.ts";
import { gridOfSpec, type Spec } from "../../../sheet/src/recognise/grid-of-spec.ts";
import { lookForHeaders } from "../../../sheet/src/recognise/header-rows.ts";
import { withoutWords } from "../../../sheet/src/recognise/header-words.ts";
import { readColumns } from "../../../sheet/src/recognise/read-table.ts";
import { viewOf } from "../../../sheet/src/recognise/sheet-view.ts";
import { splitSideways } from "../../../sheet/src/recognise/side-by-side.ts";
import { surroundingsOf } from "../../../sheet/src/recognise/surroundings.ts";
import { readingOfExample } from "../../../sheet/src/rules/example-readings.ts";
import type { ExampleSheet } from "../../../sheet/src/rules/rule.ts";
import { type BriefSheet, briefSheets, halfOf } from "../brief-sheets.ts";
import { gridsOf, type LayoutCase, layoutCases, openLayouts } from "../layout-cases.ts";
import { turnedRound } from "../layout-headers.ts";
import { chanceOf } from "../layout-retyping.ts";
import { otherOrder } from "../layout-variations.ts";

/** What is known of one column or one table: its clues, and what it truly is (样本). */
export interface Sample {
  /** Which batch of layouts or which half of the brief sheets it comes from; one at a time is left out when learning is tried. */
  readonly batch: string;
  readonly clues: readonly string[];
  readonly is: string;
  /** How much it counts. */
  readonly counts: number;
}

/** A sheet with the field that each column must have, by the row of its header; none for a sheet to be refused. */
interface Labelled {
  readonly id: string;
  readonly batch: string;
  readonly file: string;
  readonly grid: Grid;
  readonly fieldsAt: (top: number, left: number, right: number) => ReadonlyMap<number, string> | undefined;
  readonly isTargetSheet: boolean;
}

const firsts = [1, 92, 128, 146, 158, 178, 218, 242, 302, 332, 362, 392];

const ofLayout = (layout: LayoutCase): Labelled[] =>
  gridsOf(layout).flatMap((grid) => {
    const wanted = layout.expect.sheets.find(({ name }) => name === grid.name);
    if (!wanted) return [];
    const batch = `${firsts.findLast((first) => first <= Number.parseInt(layout.id, 10))}`;
    return {
      id: `${layout.id}/${grid.name}`,
      batch,
      file: layout.fileName,
      grid,
      isTargetSheet: wanted.isTargetSheet,
      fieldsAt: (top, left, right) => {
        const table = wanted.tables?.find(
          ({ headerRows, columns }) =>
            headerRows[0] - 1 === top && columns.some(({ index }) => index >= left && index <= right),
        );
        return table && new Map(table.columns.map(({ index, field }) => [index, field]));
      },
    };
  });

const ofBrief = ({ title, fields, grid }: BriefSheet): Labelled => ({
  id: title,
  batch: halfOf(title),
  file: "表.xlsx",
  grid,
  isTargetSheet: fields !== undefined,
  fieldsAt: () => fields && new Map(fields.map((field, index) => [index, field])),
});

/** The recogniser's own cases. */
const ofSpec = (spec: Spec): Labelled => {
  const tables = spec.is.tables ?? [];
  return {
    id: spec.name,
    batch: "specs",
    file: spec.file,
    grid: gridOfSpec(spec),
    isTargetSheet: tables.length > 0,
    fieldsAt: (top, left) => {
      const table = tables.find(({ range, headerRows }) => {
        const at = parseRange(range);
        return (headerRows[0] ?? 0) - 1 === top && at !== undefined && at.left === left;
      });
      return table && new Map(table.columns.map((field, index) => [left + index, field]));
    },
  };
};

/** Sheets of which only is said that nothing is wrong in them. */
const clean = (): Labelled[] => {
  const folder = new URL("../../../sheet/specs/clean/", import.meta.url);
  return readdirSync(folder).flatMap((name) => {
    const { title, sheets } = JSON.parse(readFileSync(new URL(name, folder), "utf8"));
    return (sheets as ExampleSheet[]).map((sheet, at) => ({
      id: `${title}/${at}`,
      batch: "specs",
      file: sheet.file ?? "表.xlsx",
      grid: readingOfExample(sheet).grid,
      isTargetSheet: true,
      fieldsAt: () => new Map(),
    }));
  });
};

/** Layouts turned round: no total may come of them, and most are refused. */
const turned = (): Labelled[] =>
  layoutCases.flatMap((layout) => {
    const round = turnedRound(layout, chanceOf(layout.id));
    return round ? ofLayout({ ...round, id: `${layout.id}/turned` }) : [];
  });

/** Layouts with their columns in another order: where a column stands must not count for too much. */
const reordered = (): Labelled[] =>
  [...layoutCases, ...openLayouts()].flatMap((layout) => {
    const other = otherOrder(layout, chanceOf(`${layout.id}#learning`));
    return other ? ofLayout({ ...other, id: `${layout.id}/reordered` }) : [];
  });

/** How many of the words of a sheet are hidden in each round, so that clues are weighed as for headings never met. */
const hiding = [0, 0.35, 0.7];

/** The columns and the tables of all layouts and all brief sheets. */
export function allSamples(): { readonly columns: Sample[]; readonly tables: Sample[] } {
  const columns: Sample[] = [];
  const tables: Sample[] = [];
  const sheets = [
    ...[...layoutCases, ...openLayouts()].flatMap(ofLayout),
    ...briefSheets().map(ofBrief),
    ...(specs as unknown as Spec[]).map(ofSpec),
    ...clean(),
    ...turned(),
    ...reordered(),
  ];
  for (const sheet of sheets)
    for (const [round, share] of hiding.entries()) {
      const chance = chanceOf(`${sheet.id}#${round}`);
      const words = share === 0 ? [] : wordsOf(sheet).filter(() => chance(1000) < share * 1000);
      withoutWords(words, () => {
        for (const { drafts, top, left, right, isCrossTab, title, year } of draftsOf(sheet)) {
          const fields = sheet.fieldsAt(top, left, right);
          if (sheet.isTargetSheet ? !fields : isBlankForm(drafts)) continue;
          const is = sheet.isTargetSheet ? "targets" : "other";
          // A list taken for targets is worse than the other way round, and the layouts' lists were made to look like them.
          const counts = sheet.isTargetSheet ? 1 : sheet.id.includes("/") ? 4 : 1.5;
          const table = { batch: sheet.batch, is, counts };
          const isNew = !sheet.id.includes("/reordered");
          if (isNew) tables.push({ ...table, clues: cluesOfTable(drafts, isCrossTab, title) });
          // A sheet may have no title.
          if (isNew && round === 1) tables.push({ ...table, clues: cluesOfTable(drafts, isCrossTab, "") });
          const roles = rolesOf(drafts.map(({ data }) => data));
          for (const draft of drafts) {
            const field = fields?.get(draft.index);
            if (field)
              columns.push({
                batch: sheet.batch,
                clues: cluesOf(draft, drafts, title, year, roles),
                is: field,
                counts: 1,
              });
          }
        }
      });
    }
  return { columns, tables };
}

/** A form that nobody has filled in is refused for that, and not for its headings. */
const isBlankForm = (drafts: readonly Draft[]): boolean =>
  drafts.filter(({ data }) => data.filled > 0).length <= drafts.length * 0.6;

const wordsOf = (sheet: Labelled): string[] => [
  ...new Set(
    draftsOf(sheet).flatMap(({ drafts }) => drafts.flatMap(({ path }) => path.map(({ name }) => name))),
  ),
];

interface Looked {
  readonly drafts: readonly Draft[];
  readonly top: number;
  readonly left: number;
  readonly right: number;
  readonly isCrossTab: boolean;
  readonly title: string;
  readonly year: number | undefined;
}

/** The columns of each table of a sheet as the rules alone settle them. */
function draftsOf({ grid, file }: Labelled): Looked[] {
  const view = viewOf(grid);
  const { blocks } = lookForHeaders(view, view.bottom);
  const top = surroundingsOf(view, 0, (blocks[0]?.top ?? 0) - 1, file);
  return blocks.flatMap((block, at) => {
    const floor = (blocks[at + 1]?.top ?? view.bottom + 1) - 1;
    const around = at === 0 ? top : { ...top, ...surroundingsOf(view, block.top - 2, block.top - 1, "") };
    return splitSideways(view, block, floor).map((header) => {
      const { drafts, shape } = readColumns(view, header, aboveFoot(view, header, floor), around, [], true);
      const said = Number((around.saidPeriod ?? around.period)?.value.slice(0, 4)) || undefined;
      return {
        drafts,
        top: header.top,
        left: header.left,
        right: header.right,
        isCrossTab: shape === "crossTab",
        title: around.title ?? grid.name,
        year: yearOfTable(drafts, said),
      };
    });
  });
}
