import { builtInFormat } from "./number-formats.ts";
import { refuseDoctype } from "./shared-strings.ts";
import { eachTag } from "./xml-tags.ts";

/** The number format code of each cell style (`s` of a cell), undefined for General (样式部件). */
export function formatsOfStyles(xml: string): (string | undefined)[] {
  refuseDoctype(xml);
  const custom = new Map<number, string>();
  const formats: (string | undefined)[] = [];
  // only these two lists matter, and a styles part has much else
  for (const section of [sectionOf(xml, "numFmts"), sectionOf(xml, "cellXfs")])
    eachTag(section, (tag) => {
      if (tag.closing) return;
      if (tag.name === "numFmt")
        custom.set(Number(tag.attribute("numFmtId")), tag.attribute("formatCode") ?? "");
      else if (tag.name === "xf") {
        const id = Number(tag.attribute("numFmtId") ?? 0);
        const code = custom.get(id) ?? builtInFormat(id);
        formats.push(code === undefined || code === "" || /^general$/i.test(code) ? undefined : code);
      }
    });
  return formats;
}

/** The text of the element of that name, tags included; "" without one. */
function sectionOf(xml: string, name: string): string {
  const open = new RegExp(`<((?:[\\w.-]+:)?)${name}[\\s>/]`).exec(xml);
  if (!open) return "";
  const close = xml.indexOf(`</${open[1]}${name}`, open.index);
  return xml.slice(open.index, close === -1 ? xml.indexOf(">", open.index) + 1 : xml.indexOf(">", close) + 1);
}
