import { decimal } from "@taizhang/quantity";
import { describe, expect, test } from "vitest";
import { decimalOf } from "./scaled.ts";
import { type FigureUnit, totalUnit } from "./total-unit.ts";

const of = (unit: string, power = 0, per?: string): FigureUnit => ({
  unit,
  power,
  ...(per === undefined ? {} : { per }),
});
/** The unit's text, or the texts of those that differ. */
const said = (...units: FigureUnit[]) => {
  const found = totalUnit(units);
  return "differ" in found ? found.differ : found.text;
};

describe("合计的计量单位 totalUnit", () => {
  test.each<[string, readonly FigureUnit[], string | readonly string[]]>([
    ["没有数", [], ""],
    ["只有一种", [of("元", 4), of("元", 4)], "万元"],
    ["最多的一种，大的也可以", [of("元", 8), of("元", 4), of("元", 8)], "亿元"],
    ["一样多，取小的，次序不论", [of("元", 8), of("元", 4)], "万元"],
    ["一样多，取小的", [of("元", 4), of("元", 8)], "万元"],
    ["亩和公顷一样多：只有亩容得下", [of("公顷"), of("亩")], "亩"],
    ["公顷多，也容不下亩", [of("公顷"), of("公顷"), of("亩")], "亩"],
    ["米和千米一样多，取小的", [of("千米"), of("米")], "米"],
    ["同样大小的两个名称，按名称，次序不论", [of("公里"), of("千米")], "公里"],
    ["同样大小的两个名称，按名称", [of("千米"), of("公里")], "公里"],
    ["同样大小，多的优先", [of("千米"), of("公里"), of("千米")], "千米"],
    ["吨和元不能合计，写明两种", [of("吨"), of("元")], ["元", "吨"]],
    ["一种没有写单位", [of("人"), of("")], ["", "人"]],
    ["表上没有的两个词各是一种", [of("场"), of("班次")], ["场", "班次"]],
    ["每天和不写每天的不是一种", [of("吨", 0, "日"), of("吨")], ["吨", "吨/日"]],
    ["每天和每年的不是一种", [of("吨", 0, "日"), of("吨", 0, "年")], ["吨/年", "吨/日"]],
    ["都是每天", [of("吨", 4, "日"), of("吨", 0, "日")], "吨/日"],
  ])("%s", (_, units, is) => expect(said(...units)).toEqual(typeof is === "string" ? is : [...is].sort()));

  test.each<[string, FigureUnit, string, FigureUnit, string | undefined]>([
    ["万元进元", of("元"), "1.28", of("元", 4), "12800"],
    ["元进万元", of("元", 4), "1", of("元"), "0.0001"],
    ["公顷进亩", of("亩"), "2", of("公顷"), "30"],
    ["亩进公顷没有有限小数", of("公顷"), "10", of("亩"), undefined],
    ["吨不能进元", of("元"), "1", of("吨"), undefined],
    ["每天的不能进每年的", of("吨", 0, "年"), "1", of("吨", 0, "日"), undefined],
    ["每天的万吨进每天的吨", of("吨", 0, "日"), "1.5", of("吨", 4, "日"), "15000"],
  ])("%s", (_, into, amount, from, is) => {
    const unit = totalUnit([into]);
    const found = "differ" in unit ? undefined : unit.into(decimal(amount), from);
    expect(found === undefined ? undefined : decimalOf(found)).toBe(is);
  });
});
