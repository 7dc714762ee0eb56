import type { Grid } from "@taizhang/grid";
import { type Parts, partText, type Relationship, relationshipsOf } from "./parts.ts";
import { damaged, Unreadable } from "./unreadable.ts";
import { eachTag, elementText, isTrue } from "./xml-tags.ts";

/** A sheet as the workbook lists it. */
export interface SheetEntry {
  readonly name: string;
  readonly visibility: Grid["visibility"];
  /** The part that holds it; undefined where the relationship is missing. */
  readonly part: string | undefined;
  /** The number by which the calculation chain names it. */
  readonly id: number;
  /** False for chart, dialog and macro sheets, which hold no cells. */
  readonly cells: boolean;
}

/** What the workbook part says (工作簿部件). */
export interface WorkbookPart {
  readonly part: string;
  readonly sheets: readonly SheetEntry[];
  readonly definedNames: Map<string, string>;
  readonly date1904: boolean;
  readonly styles: string | undefined;
  readonly sharedStrings: string | undefined;
  readonly calcChain: string | undefined;
}

/** Reads the workbook part: which sheets there are, in their order, and where. */
export function readWorkbookPart(parts: Parts): WorkbookPart {
  const part = workbookName(parts);
  const xml = partText(parts, part) ?? damaged(part);
  const relationships = relationshipsOf(parts, part);
  const byId = new Map(relationships.map((relationship) => [relationship.id, relationship]));
  const sheets: SheetEntry[] = [];
  const definedNames = new Map<string, string>();
  let date1904 = false;
  eachTag(xml, (tag) => {
    if (tag.closing) return;
    if (tag.name === "sheet") {
      const state = tag.attribute("state");
      const relationship = byId.get(tag.attribute("id") ?? "");
      sheets.push({
        name: tag.attribute("name") ?? "",
        visibility: state === "hidden" || state === "veryHidden" ? state : "visible",
        part: relationship?.target,
        id: Number(tag.attribute("sheetId")),
        cells: relationship === undefined || relationship.type === "worksheet",
      });
    } else if (tag.name === "definedName") {
      const name = tag.attribute("name");
      const local = tag.attribute("localSheetId");
      // a name that belongs to one sheet stands under "Sheet!Name"
      const sheet = local === undefined ? undefined : sheets[Number(local)]?.name;
      if (name) definedNames.set(sheet === undefined ? name : `${sheet}!${name}`, elementText(xml, tag));
    } else if (tag.name === "workbookPr") date1904 = isTrue(tag.attribute("date1904"));
  });
  if (sheets.length === 0) damaged(`${part}: 0`);
  const of = (type: string): string | undefined =>
    relationships.find((one: Relationship) => one.type === type)?.target;
  return {
    part,
    sheets,
    definedNames,
    date1904,
    styles: of("styles"),
    sharedStrings: of("sharedStrings"),
    calcChain: of("calcChain"),
  };
}

/** The workbook part's name: as the package says, else the usual one. */
function workbookName(parts: Parts): string {
  const named = relationshipsOf(parts, "").find(({ type }) => type === "officeDocument")?.target;
  const name = named ?? "xl/workbook.xml";
  if (name.toLowerCase().endsWith(".bin")) throw new Unreadable("legacy", "xlsb");
  if (!/(^|\/)(word|ppt|visio)\//i.test(name) && parts.find(name)) return name;
  const isWorkbook = parts.directory.entries.some((entry) => /^[/\\]?xl[/\\]/i.test(entry.name));
  if (isWorkbook) damaged(name);
  throw new Unreadable("notWorkbook", name);
}
