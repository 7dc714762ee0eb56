import { damaged } from "./unreadable.ts";
import { eachTag, isTrue, type Tag } from "./xml-tags.ts";

// what may stand before calcPr in a workbook part, by the schema's order
const before = new Set(["sheets", "functionGroups", "externalReferences", "definedNames"]);

/** The workbook part with the flag that makes a program recalculate when it opens the file (打开时重算). */
export function withRecalculation(xml: string): string {
  let settings: Tag | undefined;
  let after = -1;
  let prefix = "";
  let root = true;
  eachTag(xml, (tag) => {
    if (root) prefix = xml.slice(tag.start + 1, xml.indexOf(tag.name, tag.start));
    root = false;
    if (tag.name === "calcPr" && !tag.closing) settings = tag;
    if (before.has(tag.name) && (tag.closing || tag.empty)) after = tag.end;
  });
  if (!settings) {
    if (after === -1) damaged("sheets");
    return `${xml.slice(0, after)}<${prefix}calcPr fullCalcOnLoad="1"/>${xml.slice(after)}`;
  }
  if (isTrue(settings.attribute("fullCalcOnLoad"))) return xml;
  const { start, end } = settings;
  const tag = xml.slice(start, end);
  const set = tag.includes("fullCalcOnLoad")
    ? tag.replace(/fullCalcOnLoad\s*=\s*(?:"[^"]*"|'[^']*')/, 'fullCalcOnLoad="1"')
    : tag.replace(/calcPr/, 'calcPr fullCalcOnLoad="1"');
  return xml.slice(0, start) + set + xml.slice(end);
}

/**
 * The calculation chain without cells that no longer hold a formula (计算链); undefined if none is left. An entry
 * without a sheet is of the sheet of the entry before, so one that follows a removed entry gets its own.
 */
export function withoutFromChain(
  xml: string,
  gone: (sheetId: number, ref: string) => boolean,
): string | undefined {
  let sheet = "";
  let kept = "";
  let text = "";
  let done = 0;
  let left = 0;
  eachTag(xml, (tag) => {
    if (tag.name !== "c" || tag.closing) return;
    sheet = tag.attribute("i") ?? sheet;
    text += xml.slice(done, tag.start);
    done = tag.end;
    if (gone(Number(sheet), tag.attribute("r") ?? "")) return;
    left++;
    const own = xml.slice(tag.start, tag.end);
    const named = tag.attribute("i") !== undefined || sheet === kept;
    text += named ? own : own.replace(/^<([\w.:-]+)/, `<$1 i="${sheet}"`);
    kept = sheet;
  });
  return left === 0 ? undefined : text + xml.slice(done);
}
