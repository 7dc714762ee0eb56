import type { CellStyle } from "../model/style.ts";
import { invalidArgument } from "../protocol/api-error.ts";
import { LookObject } from "./look-object.ts";

/** A colour as Excel gives it back, `#RRGGBB`; throws for what is none. Names are left to the page that shows them. */
export function color(given: unknown): string {
  if (typeof given !== "string" || given === "") throw invalidArgument(`colour ${JSON.stringify(given)}`);
  if (/^#[0-9A-Fa-f]{6}$/.test(given)) return given.toUpperCase();
  const short = /^#([0-9A-Fa-f])([0-9A-Fa-f])([0-9A-Fa-f])$/.exec(given);
  if (short)
    return `#${short
      .slice(1)
      .map((digit) => digit + digit)
      .join("")}`.toUpperCase();
  const named = colors[given.toLowerCase()];
  if (!named) throw invalidArgument(`colour ${given}`);
  return named;
}

const colors: Readonly<Record<string, string>> = {
  black: "#000000",
  white: "#FFFFFF",
  red: "#FF0000",
  green: "#008000",
  blue: "#0000FF",
  yellow: "#FFFF00",
  orange: "#FFA500",
  gray: "#808080",
  grey: "#808080",
  lightgray: "#D3D3D3",
  purple: "#800080",
};

export class RangeFill extends LookObject {
  readonly type = "RangeFill";
  get Color(): string | null {
    return this.shared((style) => style?.fillColor ?? "#FFFFFF");
  }
  set Color(given: string) {
    const fillColor = color(given);
    this.change((style) => ({ fillColor, fillPattern: style?.fillPattern ?? "Solid" }));
  }
  get Pattern(): string | null {
    return this.shared((style) => style?.fillPattern ?? "None");
  }
  set Pattern(fillPattern: string) {
    this.change(() => ({ fillPattern }));
  }
  get PatternColor(): string | null {
    return this.shared((style) => style?.fillPatternColor ?? "#000000");
  }
  set PatternColor(given: string) {
    const fillPatternColor = color(given);
    this.change(() => ({ fillPatternColor }));
  }
  Clear(): void {
    this.change(() => ({ fillColor: undefined, fillPattern: undefined, fillPatternColor: undefined }));
  }
}

const underlines = ["None", "Single", "Double", "SingleAccountant", "DoubleAccountant"];

export class RangeFont extends LookObject {
  readonly type = "RangeFont";
  get Bold(): boolean | null {
    return this.shared((style) => style?.bold ?? false);
  }
  set Bold(bold: boolean) {
    this.#flag("bold", bold);
  }
  get Italic(): boolean | null {
    return this.shared((style) => style?.italic ?? false);
  }
  set Italic(italic: boolean) {
    this.#flag("italic", italic);
  }
  get Strikethrough(): boolean | null {
    return this.shared((style) => style?.strikethrough ?? false);
  }
  set Strikethrough(strikethrough: boolean) {
    this.#flag("strikethrough", strikethrough);
  }
  get Subscript(): boolean | null {
    return this.shared((style) => style?.subscript ?? false);
  }
  set Subscript(subscript: boolean) {
    this.#flag("subscript", subscript);
  }
  get Superscript(): boolean | null {
    return this.shared((style) => style?.superscript ?? false);
  }
  set Superscript(superscript: boolean) {
    this.#flag("superscript", superscript);
  }
  get Underline(): string | null {
    return this.shared((style) => style?.underline ?? "None");
  }
  set Underline(underline: string) {
    if (!underlines.includes(underline)) throw invalidArgument(`underline ${underline}`);
    this.change(() => ({ underline: underline === "None" ? undefined : underline }));
  }
  get Name(): string | null {
    return this.shared((style) => style?.fontName ?? "宋体");
  }
  set Name(fontName: string) {
    this.change(() => ({ fontName }));
  }
  get Size(): number | null {
    return this.shared((style) => style?.fontSize ?? 11);
  }
  set Size(fontSize: number) {
    if (!(fontSize >= 1 && fontSize <= 409)) throw invalidArgument(`font size ${fontSize}`);
    this.change(() => ({ fontSize: fontSize === 11 ? undefined : fontSize }));
  }
  get Color(): string | null {
    return this.shared((style) => style?.fontColor ?? "#000000");
  }
  set Color(given: string) {
    const fontColor = color(given);
    this.change(() => ({ fontColor: fontColor === "#000000" ? undefined : fontColor }));
  }

  #flag(key: "bold" | "italic" | "strikethrough" | "subscript" | "superscript", set: boolean): void {
    if (typeof set !== "boolean") throw invalidArgument(`${key} is true or false`);
    this.change((): { [K in keyof CellStyle]?: CellStyle[K] | undefined } => ({ [key]: set || undefined }));
  }
}

export class FormatProtection extends LookObject {
  readonly type = "FormatProtection";
  get Locked(): boolean | null {
    return this.shared((style) => style?.locked ?? true);
  }
  set Locked(locked: boolean) {
    this.change(() => ({ locked: locked ? undefined : false }));
  }
  get FormulaHidden(): boolean | null {
    return this.shared((style) => style?.formulaHidden ?? false);
  }
  set FormulaHidden(formulaHidden: boolean) {
    this.change(() => ({ formulaHidden: formulaHidden || undefined }));
  }
}
