import type { FoundQuantity } from "@taizhang/quantity";

/** The printed unit without what it is counted per: 元 of 5,000元/人/年, 万平方米 (计量单位原文). */
export const printedUnit = ({ value }: FoundQuantity): string =>
  (
    value.unitText.replace(/[/每·](?!立方米|m³|升|L).*$/, "") || (value.unit === "" ? "" : value.unit)
  ).replace(/\s/g, "");
