import type { Book } from "./book.ts";
import type { HostCell, Sheet } from "./sheet.ts";

/** What a saved file lacks, and of how many: said, so that nobody takes the file for the whole workbook (没有存下的). */
export interface Unsaved {
  /** The sheet; absent for what belongs to the workbook. */
  readonly sheet?: string;
  readonly what:
    | "names"
    | "settings"
    | "properties"
    | "protection of the structure"
    | "looks"
    | "links"
    | "hidden rows"
    | "very hidden"
    | "tables"
    | "charts"
    | "conditional formats"
    | "data validations"
    | "comments"
    | "filter criteria"
    | "protection options"
    | "page set-up"
    | "tab colour";
  readonly count: number;
}

/** All that `saveBook` does not write of this workbook; empty where the file says everything. */
export const unsavedOf = (book: Book): Unsaved[] => [
  ...counted([
    ["names", book.names.length],
    ["settings", book.settings.size],
    ["properties", Object.keys(book.properties).length + book.customProperties.size],
    ["protection of the structure", book.protection ? 1 : 0],
  ]),
  ...book.sheets.flatMap((sheet) => counted(ofSheet(sheet)).map((one) => ({ sheet: sheet.name, ...one }))),
];

type Counts = readonly (readonly [Unsaved["what"], number])[];

const counted = (counts: Counts): Unsaved[] =>
  counts.flatMap(([what, count]) => (count > 0 ? [{ what, count }] : []));

function ofSheet(sheet: Sheet): Counts {
  const cells = sheet.rows.flatMap((row) => row?.filter((cell) => cell !== undefined) ?? []);
  const { Orientation: _, ...page } = sheet.pageLayout;
  return [
    ["looks", cells.filter(hasLook).length + sheet.rowStyles.size + sheet.columnStyles.size],
    ["links", cells.filter(({ link }) => link).length],
    ["hidden rows", sheet.hiddenRows.size],
    ["very hidden", sheet.visibility === "VeryHidden" ? 1 : 0],
    ["tables", sheet.tables.length],
    ["charts", sheet.charts.length],
    ["conditional formats", sheet.conditionalFormats.length],
    ["data validations", sheet.validations.length],
    ["comments", sheet.comments.length],
    ["filter criteria", sheet.autoFilter?.criteria.filter((one) => one).length ?? 0],
    ["protection options", protectionSaid(sheet)],
    ["page set-up", Object.keys(page).length],
    ["tab colour", sheet.tabColor === "" ? 0 : 1],
  ];
}

/** A look beyond what the file keeps of a cell: its number format and whether it is locked. */
function hasLook({ style }: HostCell): boolean {
  if (!style) return false;
  const { numberFormat: _, locked: __, ...look } = style;
  return Object.values(look).some((one) => one !== undefined);
}

const protectionSaid = ({ protection }: Sheet): number =>
  protection ? Object.keys(protection.options).length + (protection.password === undefined ? 0 : 1) : 0;
