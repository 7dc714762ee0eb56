import { builtInId } from "./number-formats.ts";
import { eachTag, type Tag } from "./xml-tags.ts";
import { escapeXml } from "./xml-text.ts";

/** Adds cell styles to an existing styles part. */
export interface StylePatch {
  /** The number of the style that is like a given one but for the number format. */
  readonly restyled: (style: number, format: string) => number;
  /** The part with what was added; undefined if nothing was. */
  readonly xml: () => string | undefined;
}

/** A patch of the styles part (改样式): new styles and formats go to the end of their lists, all else stays. */
export function stylePatch(xml: string): StylePatch {
  const styles: string[] = [];
  let prefix = "";
  let list: Tag | undefined;
  let listEnd = 0;
  let formatList: Tag | undefined;
  let formatListEnd = 0;
  let root: Tag | undefined;
  const formats = new Map<string, number>();
  let styleStart = -1;
  eachTag(xml, (tag) => {
    if (!root) {
      root = tag;
      prefix = xml.slice(tag.start + 1, xml.indexOf(tag.name, tag.start));
    }
    const { name, closing, empty } = tag;
    if (name === "numFmts") {
      if (closing) formatListEnd = tag.start;
      else formatList = tag;
    } else if (name === "numFmt") {
      if (!closing) formats.set(tag.attribute("formatCode") ?? "", Number(tag.attribute("numFmtId")));
    } else if (name === "cellXfs") {
      if (closing) listEnd = tag.start;
      else list = tag;
    } else if (name === "xf" && list && listEnd === 0) {
      if (!closing) styleStart = tag.start;
      if (closing || empty) styles.push(xml.slice(styleStart, tag.end));
    }
  });
  const newStyles: string[] = [];
  const newFormats: string[] = [];
  const known = new Map<string, number>();

  const formatId = (code: string): number => {
    if (/^general$/i.test(code)) return 0;
    const there = builtInId(code) ?? formats.get(code);
    if (there !== undefined) return there;
    const id = Math.max(163, ...formats.values()) + 1;
    formats.set(code, id);
    newFormats.push(`<${prefix}numFmt numFmtId="${id}" formatCode="${escapeXml(code)}"/>`);
    return id;
  };

  return {
    restyled: (style, format) => {
      const key = `${style} ${format}`;
      const before = known.get(key);
      if (before !== undefined) return before;
      const old = styles[style] ?? styles[0] ?? `<${prefix}xf fontId="0" fillId="0" borderId="0" xfId="0"/>`;
      const tagEnd = old.indexOf(">");
      const bare = old
        .slice(0, tagEnd)
        .replace(/\s(?:numFmtId|applyNumberFormat)\s*=\s*(?:"[^"]*"|'[^']*')/g, "");
      const named = bare.replace(/^(<[^\s/>]+)/, `$1 numFmtId="${formatId(format)}" applyNumberFormat="1"`);
      newStyles.push(named + old.slice(tagEnd));
      const number = styles.length + newStyles.length - 1;
      known.set(key, number);
      return number;
    },
    xml: () => {
      if (newStyles.length === 0 || !list || !root) return undefined;
      const edits: [at: number, end: number, text: string][] = [[listEnd, listEnd, newStyles.join("")]];
      edits.push(...counted(xml, list, styles.length + newStyles.length));
      const items = newFormats.join("");
      if (items !== "" && formatList && formatListEnd > 0) {
        const before = Number(formatList.attribute("count") ?? 0);
        edits.push(
          [formatListEnd, formatListEnd, items],
          ...counted(xml, formatList, before + newFormats.length),
        );
      } else if (items !== "")
        edits.push([
          root.end,
          root.end,
          `<${prefix}numFmts count="${newFormats.length}">${items}</${prefix}numFmts>`,
        ]);
      edits.sort(([one], [other]) => other - one);
      return edits.reduce((text, [at, end, put]) => text.slice(0, at) + put + text.slice(end), xml);
    },
  };
}

/** The change of a list's `count`, where it has one. */
function counted(xml: string, list: Tag, count: number): [number, number, string][] {
  const match = /\scount\s*=\s*["'](\d+)["']/.exec(xml.slice(list.start, list.end));
  if (!match) return [];
  const at = list.start + match.index + match[0].length - 1 - (match[1] as string).length;
  return [[at, at + (match[1] as string).length, `${count}`]];
}
