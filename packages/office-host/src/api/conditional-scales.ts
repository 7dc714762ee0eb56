import { recordClass } from "./record.ts";

/** Scales, bars and icons of conditional formats, from the typings. */

const lowest = { type: "LowestValue", color: "#F8696B" };
const highest = { type: "HighestValue", color: "#63BE7B" };

export const ColorScale = recordClass("ColorScaleConditionalFormat", {
  fields: { Criteria: { minimum: lowest, maximum: highest } },
});
// whether there is a colour in between follows from the criteria
Object.defineProperty(ColorScale.prototype, "ThreeColorScale", {
  configurable: true,
  get(this: InstanceType<typeof ColorScale>) {
    const criteria = (this as unknown as { Criteria: { readonly midpoint?: unknown } }).Criteria;
    return criteria.midpoint !== undefined && criteria.midpoint !== null;
  },
});

const PositiveFormat = recordClass("ConditionalDataBarPositiveFormat", {
  fields: { BorderColor: "", FillColor: "#638EC6", GradientFill: true },
});
const NegativeFormat = recordClass("ConditionalDataBarNegativeFormat", {
  fields: {
    BorderColor: "",
    FillColor: "#FF0000",
    MatchPositiveBorderColor: false,
    MatchPositiveFillColor: false,
  },
});

export const DataBar = recordClass("DataBarConditionalFormat", {
  fields: {
    AxisColor: "#000000",
    AxisFormat: ["Automatic", "None", "CellMidPoint"],
    BarDirection: ["Context", "LeftToRight", "RightToLeft"],
    LowerBoundRule: { type: "Automatic" },
    ShowDataBarOnly: false,
    UpperBoundRule: { type: "Automatic" },
  },
  parts: { PositiveFormat: () => PositiveFormat, NegativeFormat: () => NegativeFormat },
});

export const IconSet = recordClass("IconSetConditionalFormat", {
  fields: {
    Criteria: null,
    ReverseIconOrder: false,
    ShowIconOnly: false,
    Style: "ThreeTrafficLights1",
  },
});
