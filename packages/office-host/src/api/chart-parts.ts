import { color } from "./range-look.ts";
import { type RecordClass, recordClass } from "./record.ts";

/** The parts of a chart, from the typings: what is set is remembered, nothing is drawn. */

const horizontal = ["Center", "Left", "Right", "Justify", "Distributed"];
const vertical = ["Center", "Bottom", "Top", "Justify", "Distributed"];

const ChartFill: RecordClass = recordClass("ChartFill", {
  fields: {},
  methods: {
    SetSolidColor(given: string) {
      this.write("SolidColor", color(given));
    },
    GetSolidColor() {
      return this.read("SolidColor") ?? "";
    },
    Clear() {
      this.write("SolidColor", undefined);
    },
  },
});

const ChartFont: RecordClass = recordClass("ChartFont", {
  fields: {
    Bold: false,
    Color: "#595959",
    Italic: false,
    Name: "宋体",
    Size: 10,
    Underline: ["None", "Single"],
  },
});

const lineFields = {
  Color: "#000000",
  LineStyle: [
    "Automatic",
    "None",
    "Continuous",
    "Dash",
    "DashDot",
    "DashDotDot",
    "Dot",
    "Grey25",
    "Grey50",
    "Grey75",
    "RoundDot",
  ],
  Weight: 0.75,
};
const clearLine = {
  Clear(this: { write(name: string, value: unknown): void }) {
    this.write("LineStyle", "None");
  },
};
const ChartLineFormat: RecordClass = recordClass("ChartLineFormat", {
  fields: lineFields,
  methods: clearLine,
});
const ChartBorder: RecordClass = recordClass("ChartBorder", {
  fields: lineFields,
  methods: clearLine,
});

/** A format with some of fill, font, line and border. */
export const chartFormat = (type: string, ...names: ("Fill" | "Font" | "Line" | "Border")[]): RecordClass => {
  const all = {
    Fill: () => ChartFill,
    Font: () => ChartFont,
    Line: () => ChartLineFormat,
    Border: () => ChartBorder,
  };
  return recordClass(type, { fields: {}, parts: Object.fromEntries(names.map((name) => [name, all[name]])) });
};

export const ChartAreaFormat: RecordClass = recordClass("ChartAreaFormat", {
  fields: { ColorScheme: "ColorfulPalette1", RoundedCorners: false },
  parts: { Fill: () => ChartFill, Font: () => ChartFont, Border: () => ChartBorder },
});

const titleFormat = chartFormat("ChartTitleFormat", "Fill", "Font", "Border");
export const ChartTitle: RecordClass = recordClass("ChartTitle", {
  fields: {
    HorizontalAlignment: horizontal,
    VerticalAlignment: vertical,
    Left: 0,
    Top: 0,
    Height: 20,
    Width: 100,
    Overlay: false,
    Position: ["Automatic", "Top", "Bottom", "Left", "Right"],
    ShowShadow: false,
    Text: "",
    TextOrientation: 0,
    Visible: true,
  },
  readOnly: ["Height", "Width"],
  parts: { Format: () => titleFormat },
  methods: {
    SetFormula(formula: string) {
      this.write("Formula", formula);
    },
  },
});

const legendFormat = chartFormat("ChartLegendFormat", "Fill", "Font", "Border");
export const ChartLegend: RecordClass = recordClass("ChartLegend", {
  fields: {
    Height: 0,
    Left: 0,
    Top: 0,
    Width: 0,
    Overlay: false,
    Position: ["Bottom", "Top", "Left", "Right", "Corner", "Custom"],
    ShowShadow: false,
    Visible: true,
  },
  parts: { Format: () => legendFormat },
});

const labelFormat = chartFormat("ChartDataLabelFormat", "Fill", "Font", "Border");
export const ChartDataLabels: RecordClass = recordClass("ChartDataLabels", {
  fields: {
    AutoText: true,
    HorizontalAlignment: horizontal,
    VerticalAlignment: vertical,
    LinkNumberFormat: true,
    NumberFormat: "General",
    Position: [
      "BestFit",
      "None",
      "Center",
      "InsideEnd",
      "InsideBase",
      "OutsideEnd",
      "Left",
      "Right",
      "Top",
      "Bottom",
      "Callout",
    ],
    Separator: ",",
    ShowBubbleSize: false,
    ShowCategoryName: false,
    ShowLegendKey: false,
    ShowPercentage: false,
    ShowSeriesName: false,
    ShowValue: true,
    TextOrientation: 0,
  },
  parts: { Format: () => labelFormat },
});

const plotFormat = chartFormat("ChartPlotAreaFormat", "Fill", "Border");
export const ChartPlotArea: RecordClass = recordClass("ChartPlotArea", {
  fields: {
    Height: 0,
    Left: 0,
    Top: 0,
    Width: 0,
    InsideHeight: 0,
    InsideLeft: 0,
    InsideTop: 0,
    InsideWidth: 0,
    Position: ["Automatic", "Custom"],
  },
  parts: { Format: () => plotFormat },
});

const seriesFormat = chartFormat("ChartSeriesFormat", "Fill", "Line");
export const seriesShape = {
  fields: {
    AxisGroup: ["Primary", "Secondary"],
    DoughnutHoleSize: 50,
    Explosion: 0,
    Filtered: false,
    FirstSliceAngle: 0,
    GapWidth: 150,
    HasDataLabels: false,
    InvertIfNegative: false,
    MarkerBackgroundColor: "",
    MarkerForegroundColor: "",
    MarkerSize: 5,
    MarkerStyle: [
      "Automatic",
      "None",
      "Square",
      "Diamond",
      "Triangle",
      "X",
      "Star",
      "Dot",
      "Dash",
      "Circle",
      "Plus",
      "Picture",
    ],
    Overlap: 0,
    PlotOrder: 1,
    ShowShadow: false,
    Smooth: false,
    VaryByCategories: false,
  },
  parts: { DataLabels: () => ChartDataLabels, Format: () => seriesFormat },
};
