import { invalidArgument } from "../protocol/api-error.ts";
import { type RecordClass, recordClass } from "./record.ts";

/** The look that a conditional format gives, and the rules of each kind, from the typings. */

const fill = recordClass("ConditionalRangeFill", {
  fields: { Color: "" },
  methods: {
    Clear() {
      this.write("Color", undefined);
    },
  },
});
const font = recordClass("ConditionalRangeFont", {
  fields: {
    Bold: false,
    Color: "",
    Italic: false,
    Strikethrough: false,
    Underline: ["None", "Single", "Double"],
  },
  methods: {
    Clear() {
      for (const name of ["Bold", "Color", "Italic", "Strikethrough", "Underline"])
        this.write(name, undefined);
    },
  },
});
const sides = ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight"];
const border = (side: string): RecordClass =>
  recordClass("ConditionalRangeBorder", {
    fields: {
      Color: "",
      SideIndex: side,
      Id: side,
      Style: ["None", "Continuous", "Dash", "DashDot", "DashDotDot", "Dot"],
    },
    readOnly: ["SideIndex", "Id"],
  });
const borderClasses: Readonly<Record<string, RecordClass>> = Object.fromEntries(
  sides.map((side) => [side, border(side)]),
);
const borderOf = (side: string) => () => borderClasses[side] as RecordClass;

const BorderCollection = recordClass("ConditionalRangeBorderCollection", {
  fields: { Count: 4 },
  readOnly: ["Count"],
  parts: {
    Top: borderOf("EdgeTop"),
    Bottom: borderOf("EdgeBottom"),
    Left: borderOf("EdgeLeft"),
    Right: borderOf("EdgeRight"),
  },
});
class Borders extends BorderCollection {
  items() {
    return sides.map((side) => this.GetItem(side));
  }
  GetItem(side: string) {
    const made = borderClasses[side];
    if (!made) throw invalidArgument(`border ${side}`);
    return new made({ ...this.store, path: `${this.store.path}${side.slice(4)}.` });
  }
  GetItemAt(index: number) {
    return this.GetItem(String(sides[index]));
  }
}

export const ConditionalRangeFormat: RecordClass = recordClass("ConditionalRangeFormat", {
  fields: { NumberFormat: null },
  parts: { Fill: () => fill, Font: () => font, Borders: () => Borders },
  methods: {
    ClearFormat() {
      const { book, settings, path } = this.store;
      for (const name of Object.keys(settings))
        if (name.startsWith(path)) book.journal.set(settings, name, undefined);
    },
  },
});

/** The property of `ConditionalFormat` and the class for each kind of rule. */
export const ruleClasses: Readonly<Record<string, { readonly part: string; readonly type: string }>> = {
  Custom: { part: "Custom", type: "CustomConditionalFormat" },
  CellValue: { part: "CellValue", type: "CellValueConditionalFormat" },
  ContainsText: { part: "TextComparison", type: "TextConditionalFormat" },
  PresetCriteria: { part: "Preset", type: "PresetCriteriaConditionalFormat" },
  TopBottom: { part: "TopBottom", type: "TopBottomConditionalFormat" },
  ColorScale: { part: "ColorScale", type: "ColorScaleConditionalFormat" },
  DataBar: { part: "DataBar", type: "DataBarConditionalFormat" },
  IconSet: { part: "IconSet", type: "IconSetConditionalFormat" },
};
