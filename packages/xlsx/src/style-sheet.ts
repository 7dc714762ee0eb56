import type { LayoutCell, LayoutLight, LayoutStyle } from "@taizhang/grid";
import { builtInId } from "./number-formats.ts";
import { escapeXml } from "./xml-text.ts";

interface Look {
  readonly font: string;
  readonly fill?: string;
  readonly border?: boolean;
  readonly horizontal?: "left" | "center" | "right";
  readonly wrap?: boolean;
}

const plainFont = '<sz val="11"/><name val="宋体"/><charset val="134"/>';
const bold = `<b/>${plainFont}`;
const small = '<sz val="10"/><color rgb="FF595959"/><name val="宋体"/><charset val="134"/>';
const linked = '<u/><sz val="11"/><color rgb="FF0563C1"/><name val="宋体"/><charset val="134"/>';

const looks: { readonly [Style in LayoutStyle]: Look } = {
  title: { font: '<b/><sz val="16"/><name val="宋体"/><charset val="134"/>', horizontal: "center" },
  note: { font: small, wrap: true },
  header: { font: bold, fill: "FFD9E2F3", border: true, horizontal: "center", wrap: true },
  text: { font: plainFont, border: true, wrap: true },
  number: { font: plainFont, border: true, horizontal: "right" },
  total: { font: bold, fill: "FFF2F2F2", border: true, wrap: true },
  input: { font: plainFont, fill: "FFFFF9E5", border: true, wrap: true },
  link: { font: linked, border: true, wrap: true },
  severityA: { font: bold, fill: "FFFFC7CE", border: true, wrap: true },
  severityB: { font: plainFont, fill: "FFFFE0B2", border: true, wrap: true },
  severityC: { font: plainFont, fill: "FFFFF2CC", border: true, wrap: true },
  severityD: { font: plainFont, fill: "FFE7E6E6", border: true, wrap: true },
};

const lightColours: { readonly [Light in LayoutLight["light"]]: readonly [fill: string, font: string] } = {
  green: ["FFC6EFCE", "FF006100"],
  yellow: ["FFFFEB9C", "FF7F6000"],
  red: ["FFFFC7CE", "FF9C0006"],
  grey: ["FFE7E6E6", "FF595959"],
};
const lights = Object.keys(lightColours) as LayoutLight["light"][];

/** The number of a light's look among the conditional formats of every workbook that we write. */
export const lightFormat = (light: LayoutLight["light"]): number => lights.indexOf(light);

/** Collects the looks that cells use, and writes the styles part (样式表). */
export interface StyleSheet {
  /** The style number (`s`) of a cell. */
  readonly of: (cell: LayoutCell) => number;
  readonly xml: () => string;
}

/** A style sheet that holds nothing but the default look yet. */
export function styleSheet(): StyleSheet {
  const fonts = numbered([`<font>${plainFont}</font>`]);
  const fills = numbered([
    '<fill><patternFill patternType="none"/></fill>',
    '<fill><patternFill patternType="gray125"/></fill>',
  ]);
  const formats = numbered([]);
  const styles = numbered(['<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>']);
  const byKey = new Map<string, number>();

  const make = ({ style, format, locked }: LayoutCell): string => {
    const look: Look = style ? looks[style] : { font: plainFont };
    const numberFormat = format === undefined ? 0 : (builtInId(format) ?? 164 + formats.of(format));
    const alignment = [
      look.horizontal ? ` horizontal="${look.horizontal}"` : "",
      style ? ' vertical="center"' : "",
      look.wrap ? ' wrapText="1"' : "",
    ].join("");
    const inner =
      (alignment ? `<alignment${alignment}/>` : "") + (locked === false ? '<protection locked="0"/>' : "");
    const font = fonts.of(`<font>${look.font}</font>`);
    const fill = look.fill
      ? fills.of(
          `<fill><patternFill patternType="solid"><fgColor rgb="${look.fill}"/><bgColor indexed="64"/></patternFill></fill>`,
        )
      : 0;
    const applied = [
      numberFormat ? ' applyNumberFormat="1"' : "",
      font ? ' applyFont="1"' : "",
      fill ? ' applyFill="1"' : "",
      look.border ? ' applyBorder="1"' : "",
      alignment ? ' applyAlignment="1"' : "",
      locked === false ? ' applyProtection="1"' : "",
    ].join("");
    const head = `<xf numFmtId="${numberFormat}" fontId="${font}" fillId="${fill}" borderId="${look.border ? 1 : 0}" xfId="0"${applied}`;
    return inner ? `${head}>${inner}</xf>` : `${head}/>`;
  };

  return {
    of: (cell) => {
      const { style = "", format = "", locked } = cell;
      const key = `${style}\n${locked === false}\n${format}`;
      let number = byKey.get(key);
      if (number === undefined) {
        number = styles.of(
          make(format === "" || /^general$/i.test(format) ? { ...cell, format: undefined as never } : cell),
        );
        byKey.set(key, number);
      }
      return number;
    },
    xml: () => {
      const custom = formats
        .all()
        .map((code, at) => `<numFmt numFmtId="${164 + at}" formatCode="${escapeXml(code)}"/>`);
      const side = (name: string): string => `<${name} style="thin"><color rgb="FF8C8C8C"/></${name}>`;
      return [
        '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
        list("numFmts", custom),
        list("fonts", fonts.all()),
        list("fills", fills.all()),
        list("borders", [
          "<border><left/><right/><top/><bottom/><diagonal/></border>",
          `<border>${["left", "right", "top", "bottom"].map(side).join("")}<diagonal/></border>`,
        ]),
        '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
        list("cellXfs", styles.all()),
        '<cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles>',
        list(
          "dxfs",
          Object.values(lightColours).map(
            ([fill, font]) =>
              `<dxf><font><color rgb="${font}"/></font><fill><patternFill patternType="solid"><fgColor rgb="${fill}"/><bgColor rgb="${fill}"/></patternFill></fill></dxf>`,
          ),
        ),
        "</styleSheet>",
      ].join("");
    },
  };
}

const list = (name: string, items: readonly string[]): string =>
  items.length === 0 ? "" : `<${name} count="${items.length}">${items.join("")}</${name}>`;

/** Numbers texts in the order in which they first come. */
function numbered(first: readonly string[]) {
  const numbers = new Map(first.map((text, at) => [text, at]));
  return {
    of: (text: string): number => {
      let number = numbers.get(text);
      if (number === undefined) {
        number = numbers.size;
        numbers.set(text, number);
      }
      return number;
    },
    all: (): string[] => [...numbers.keys()],
  };
}
