import { chartFormat } from "./chart-parts.ts";
import { type RecordClass, recordClass } from "./record.ts";

const ticks = ["Outside", "None", "Cross", "Inside"];
const timeUnits = ["Days", "Months", "Years"];

const gridlinesFormat = chartFormat("ChartGridlinesFormat", "Line");
const ChartGridlines = recordClass("ChartGridlines", {
  fields: { Visible: true },
  parts: { Format: () => gridlinesFormat },
});
const MinorGridlines = recordClass("ChartGridlines", {
  fields: { Visible: false },
  parts: { Format: () => gridlinesFormat },
});

const axisTitleFormat = chartFormat("ChartAxisTitleFormat", "Fill", "Font", "Border");
const ChartAxisTitle = recordClass("ChartAxisTitle", {
  fields: { Text: "", TextOrientation: 0, Visible: false },
  parts: { Format: () => axisTitleFormat },
  methods: {
    SetFormula(formula: string) {
      this.write("Formula", formula);
    },
  },
});

const axisFormat = chartFormat("ChartAxisFormat", "Fill", "Font", "Line");
/** An axis; the same class for category, value and series axes, which differ in `Type`. */
export const axisClass = (type: string, group: string): RecordClass =>
  recordClass("ChartAxis", {
    fields: {
      Type: type,
      AxisGroup: group,
      Alignment: ["Center", "Left", "Right"],
      BaseTimeUnit: timeUnits,
      CategoryType: ["Automatic", "TextAxis", "DateAxis"],
      CustomDisplayUnit: 1,
      DisplayUnit: [
        "None",
        "Hundreds",
        "Thousands",
        "TenThousands",
        "HundredThousands",
        "Millions",
        "TenMillions",
        "HundredMillions",
        "Billions",
        "Trillions",
        "Custom",
      ],
      Height: 0,
      Width: 0,
      Left: 0,
      Top: 0,
      IsBetweenCategories: true,
      LinkNumberFormat: true,
      LogBase: 10,
      MajorTickMark: ticks,
      MajorTimeUnitScale: timeUnits,
      MajorUnit: null,
      Maximum: null,
      Minimum: null,
      MinorTickMark: ["None", "Outside", "Cross", "Inside"],
      MinorTimeUnitScale: timeUnits,
      MinorUnit: null,
      MultiLevel: false,
      NumberFormat: "General",
      Offset: 100,
      Position: ["Automatic", "Maximum", "Minimum", "Custom"],
      PositionAt: 0,
      ReversePlotOrder: false,
      ScaleType: ["Linear", "Logarithmic"],
      ShowDisplayUnitLabel: true,
      TextOrientation: null,
      TickLabelPosition: ["NextToAxis", "High", "Low", "None"],
      TickLabelSpacing: null,
      TickMarkSpacing: 1,
      Visible: true,
    },
    readOnly: ["Type", "AxisGroup", "CustomDisplayUnit", "Height", "Width", "Left", "Top", "PositionAt"],
    parts: {
      Format: () => axisFormat,
      MajorGridlines: () => ChartGridlines,
      MinorGridlines: () => MinorGridlines,
      Title: () => ChartAxisTitle,
    },
    methods: {
      SetCategoryNames(range: { Address: string }) {
        this.write("CategoryNames", range.Address);
      },
      SetCustomDisplayUnit(value: number) {
        this.write("CustomDisplayUnit", value);
      },
      SetPositionAt(value: number) {
        this.write("PositionAt", value);
      },
    },
  });
