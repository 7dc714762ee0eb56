import { indexWords } from "./words.ts";

/**
 * One word for a unit of measure. `top / bottom` units of the dimension's base make one of it: 亩 is 2000/3 平方米.
 */
export interface UnitEntry {
  readonly unit: string;
  readonly dimension: string;
  readonly top: bigint;
  readonly bottom: bigint;
  /** True for whole things, of which there is no half (计数单位). */
  readonly counts: boolean;
}

/**
 * Measured dimensions: each unit is `word=factor` and its other spellings. Units of different dimensions never
 * add, whatever they look like: 人 is no 人次, % is no 个百分点. Factors: GB 3100; 亩 by its legal 60 平方丈.
 */
const measured: Readonly<Record<string, string>> = {
  money: "元=1 人民币 圆",
  dollars: "美元=1 USD",
  ratio: "%=1/100 百分比|‰=1/1000|成=1/10|折=1/10",
  points: "个百分点=1 百分点",
  times: "倍=1",
  doublings: "番=1",
  mortality: "/10万=1 /十万",
  length: "米=1 m|公里=1000 km 千米|厘米=1/100 cm|毫米=1/1000 mm",
  builtLength: "延米=1 延长米",
  area: "平方米=1 ㎡ m² m2 平米 平方 个平方|公顷=10000 hm² hm2|平方公里=1000000 k㎡ km² km2 平方千米|亩=2000/3",
  volume: "立方米=1 m³ m3 方 立方|升=1/1000 L",
  concentration:
    "微克/立方米=1 μg/m³ µg/m³ ug/m³ μg/m3 µg/m3 ug/m3|毫克/立方米=1000 mg/m³ mg/m3|毫克/升=1000000 mg/L mg/l",
  mass: "公斤=1 千克 kg|吨=1000 t|克=1/1000 g|毫克=1/1000000 mg|微克=1/1000000000 μg µg ug|斤=1/2",
  standardCoal: "吨标准煤=1 吨标煤",
  energy: "千瓦时=1 kWh kwh KWH",
  electricPower: "千瓦=1 kW kw KW|兆瓦=1000 MW",
  time: "分钟=1|小时=60 h 个小时|刻钟=15|秒=1/60|天=1440|工作日=1440 个工作日|周=10080",
  months: "个月=1|年=12|个季度=3|学年=12",
  bandwidth: "Mbps=1|Gbps=1000",
  voltage: "伏=1 V|千伏=1000 kV KV",
  apparentPower: "千伏安=1 kVA|兆伏安=1000 MVA",
  temperature: "℃=1 摄氏度",
  credit: "分=1",
  age: "岁=1 周岁",
};

/** Counted things. Words joined by "=" count the same things; all others never add: 个 is no 处. */
const counted =
  "人=名=位 人次 户 户次 家 家次 个 处 套 所 座 条 件 项 台 辆 张 块 场 场次 期 批 批次 幢=栋 层 床 间 种 类 次 起 例 例次 宗 " +
  "部 份 本 篇 册 支 只 头 匹 羽 株 棵 盏 根 眼 扇 道 门 班 班次 组 队 对 双 副 架 架次 艘 列 趟 针次 针 剂次 剂 人份 轮 盒 台套 台次 " +
  "口 担 晚 车次 课时 学时 标箱 枚 面 片 孔 亩次 尾 款 届";

const entries = new Map<string, UnitEntry>();
for (const [dimension, units] of Object.entries(measured))
  for (const spellings of units.split("|")) {
    const [first = "", ...others] = spellings.split(" ");
    const [unit = "", factor = ""] = first.split("=");
    const [top = "", bottom = "1"] = factor.split("/");
    const entry = { unit, dimension, top: BigInt(top), bottom: BigInt(bottom), counts: false };
    for (const spelling of [unit, ...others]) entries.set(spelling, entry);
  }
for (const same of counted.split(" ")) {
  const words = same.split("=");
  for (const unit of words)
    entries.set(unit, { unit, dimension: words[0] ?? "", top: 1n, bottom: 1n, counts: true });
}
for (const [spelling, unit] of [
  ["人(次)", "人次"],
  ["人/次", "人次"],
  ["台(套)", "台套"],
  ["台/套", "台套"],
] as const)
  entries.set(spelling, entries.get(unit) as UnitEntry);

const firstLetters = indexWords(entries.keys(), "first");

/** The longest unit word that starts here, without any power word, and where it ends. */
export function unitWordAt(text: string, at: number): { entry: UnitEntry; end: number } | undefined {
  for (const word of firstLetters.get(text.charAt(at)) ?? []) {
    const entry = entries.get(word);
    const end = at + word.length;
    if (entry && text.startsWith(word, at) && !(latin(text, end - 1) && latin(text, end)))
      return { entry, end };
  }
  return undefined;
}

/** A Latin unit such as "m" must not be the start of a longer word. */
const latin = (text: string, at: number): boolean => /[A-Za-z0-9]/.test(text.charAt(at));

/** Every base word of the table (全部计量单位). @example unitWords.includes("公顷") // true */
export const unitWords: readonly string[] = [...new Set([...entries.values()].map(({ unit }) => unit))];

/** The power of ten of a word, longest first (量级). */
const powers: readonly (readonly [string, number])[] = [
  ["万亿", 12],
  ["千亿", 11],
  ["百亿", 10],
  ["十亿", 9],
  ["千万", 7],
  ["百万", 6],
  ["十万", 5],
  ["亿", 8],
  ["億", 8],
  ["万", 4],
  ["萬", 4],
  ["千", 3],
  ["百", 2],
];

/** The power word that starts here, unless it begins a unit (千克, 百分点). */
export function powerWordAt(text: string, at: number): { power: number; end: number } | undefined {
  if (!/[十百千万萬亿億]/.test(text.charAt(at)) || unitWordAt(text, at)) return undefined;
  const found = powers.find(([word]) => text.startsWith(word, at));
  return found && { power: found[1], end: at + found[0].length };
}

/** The word of a power of ten; "" for 0, undefined where there is none. @example powerWord(4) // "万" */
export const powerWord = (power: number): string | undefined =>
  power === 0 ? "" : powers.find((pair) => pair[1] === power)?.[0];
