import { expect, test } from "vitest";
import { growthFactor, parseQuantity } from "./index.ts";

test.each([
  ["增长13%", "1.13"],
  ["下降2成", "0.8"],
  ["增长1.5倍", "2.5"],
  ["1.5倍", "1.5"],
  ["增加一倍", "2"],
  ["翻倍", "2"],
  ["翻一番", "2"],
  ["翻两番", "4"],
  ["翻1.5番", undefined],
  ["下降100%", undefined],
  ["下降2倍", undefined],
  ["13%", undefined],
  ["提高2个百分点", undefined],
  ["增长5%-8%", undefined],
  ["增长3万元", undefined],
])("%s", (text, factor) => {
  const { value } = parseQuantity(text);
  expect(value && growthFactor(value)).toBe(factor);
});
