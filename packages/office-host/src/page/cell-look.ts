import type { CellValue } from "@taizhang/grid";
import type { Border, CellStyle } from "../model/style.ts";

const widths: Readonly<Record<string, number>> = { Hairline: 1, Thin: 1, Medium: 2, Thick: 3 };
const lines: Readonly<Record<string, string>> = {
  Double: "double",
  Dot: "dotted",
  Dash: "dashed",
  DashDot: "dashed",
  DashDotDot: "dashed",
};

const border = ({ style, weight, color }: Border): string =>
  `${style === "Double" ? 3 : (widths[weight] ?? 1)}px ${lines[style] ?? "solid"} ${color}`;

const across: Readonly<Record<string, string>> = {
  Left: "flex-start",
  Center: "center",
  CenterAcrossSelection: "center",
  Right: "flex-end",
};
const down: Readonly<Record<string, string>> = { Top: "flex-start", Center: "center", Bottom: "flex-end" };

/** Shows a cell's style on an element. */
export function showStyle(element: HTMLElement, style: CellStyle | undefined, value: CellValue): void {
  const css = element.style;
  const natural =
    typeof value === "number"
      ? "flex-end"
      : typeof value === "string" || value === null
        ? "flex-start"
        : "center";
  css.justifyContent = across[style?.horizontal ?? ""] ?? natural;
  css.textAlign =
    css.justifyContent === "center" ? "center" : css.justifyContent === "flex-end" ? "right" : "left";
  css.alignItems = down[style?.vertical ?? "Center"] ?? "center";
  css.background = style?.fillColor ?? "";
  css.color = style?.fontColor ?? "";
  css.fontWeight = style?.bold ? "700" : "";
  css.fontStyle = style?.italic ? "italic" : "";
  css.textDecoration = [style?.underline && "underline", style?.strikethrough && "line-through"]
    .filter(Boolean)
    .join(" ");
  css.fontSize = style?.fontSize === undefined ? "" : `${Math.round((style.fontSize * 4) / 3)}px`;
  css.paddingLeft = style?.indent === undefined ? "" : `${3 + style.indent * 9}px`;
  const { EdgeTop, EdgeBottom, EdgeLeft, EdgeRight } = style?.borders ?? {};
  css.borderTop = EdgeTop ? border(EdgeTop) : "";
  css.borderBottom = EdgeBottom ? border(EdgeBottom) : "";
  css.borderLeft = EdgeLeft ? border(EdgeLeft) : "";
  css.borderRight = EdgeRight ? border(EdgeRight) : "";
}
