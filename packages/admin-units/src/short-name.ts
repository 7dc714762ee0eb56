import { shortNames } from "./generated/short-names.ts";

// the peoples that stand in names of autonomous units, longest first; 蒙古, 哈萨克 … occur without 族
const peoples =
  "柯尔克孜族 乌孜别克族 维吾尔族 哈萨克族 达斡尔族 鄂温克族 鄂伦春族 布依族 朝鲜族 土家族 哈尼族 傈僳族 拉祜族 东乡族 纳西族 景颇族 柯尔克孜 仫佬族 布朗族 撒拉族 毛南族 仡佬族 锡伯族 阿昌族 普米族 塔吉克族 塔吉克 德昂族 保安族 裕固族 独龙族 赫哲族 蒙古族 维吾尔 哈萨克 蒙古 锡伯 回族 藏族 苗族 彝族 壮族 满族 侗族 瑶族 白族 傣族 黎族 佤族 畲族 水族 土族 羌族 怒族 京族 各族".split(
    " ",
  );

const endings = "特别行政区 地区 新区 矿区 林区 特区 省 市 区 县 旗 盟".split(" ");

let irregular: Map<string, string[]> | undefined;

/** The irregular short names by full name, the usual one first. */
const irregularNames = (): Map<string, string[]> => {
  irregular ??= new Map(
    shortNames.split(" ").map((pair) => {
      const [name = "", short = ""] = pair.split("=");
      return [name, short.split("+")];
    }),
  );
  return irregular;
};

/** The name without the peoples at its end: 双江拉祜族佤族布朗族傣族 → 双江. */
const withoutPeoples = (name: string): string => {
  let rest = name;
  for (;;) {
    const people = peoples.find((one) => rest.length > one.length && rest.endsWith(one));
    if (people === undefined) return rest;
    rest = rest.slice(0, -people.length);
  }
};

/**
 * Returns the short name of a division (简称): without its kind and its peoples, irregular ones from the table;
 * a name of one letter keeps its kind (赵县).
 *
 * @example
 * shortName("双江拉祜族佤族布朗族傣族自治县"); // "双江"
 */
export const shortName = (name: string): string => {
  const known = irregularNames().get(name)?.[0];
  if (known !== undefined) return known;
  const autonomous = /^(.{2,})自治[区州县旗]$/.exec(name)?.[1] ?? /^(.{3,}族)区$/.exec(name)?.[1];
  if (autonomous !== undefined) return withoutPeoples(autonomous);
  const ending = endings.find((one) => name.length - one.length >= 2 && name.endsWith(one));
  return ending === undefined ? name : name.slice(0, -ending.length);
};

/** The further names in use for a division: its stem with the letter of its kind (凉山州, 道真县). */
export const commonNames = (name: string): string[] => {
  const short = shortName(name);
  const names = [short, ...(irregularNames().get(name)?.slice(1) ?? [])];
  const kind = /自治([州县旗])$/.exec(name)?.[1];
  if (kind !== undefined) {
    const stem = withoutPeoples(name.slice(0, -3));
    if (!short.endsWith(kind)) names.push(short + kind);
    if (stem !== short) names.push(stem, stem + kind);
  }
  return [...new Set(names)].filter((one) => one !== name);
};
