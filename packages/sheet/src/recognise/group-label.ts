import { fold } from "./heading.ts";

/** The orgs that a label such as 四城区 or 总计（不含开发区） speaks of, told by their names (分组行所指单位). */
export interface GroupLabel {
  /** True for a name that the group holds. */
  readonly holds: (name: string) => boolean;
  /** 四 of 四城区. */
  readonly count?: number;
  /** All but these: the group is known only where the sheet has a row to leave out. */
  readonly leavesOut: boolean;
}

/** A zone's name: 净月开发区, 高新区 (开发区). */
export const zone =
  /(?:开发区|高新区|经开区|新区|园区|产业区|示范区|度假区|试验区|合作区|保税区|综保区|管理区|风景区|景区|功能区)$/;
const isDistrict = (name: string): boolean =>
  name.endsWith("区") && !zone.test(name) && !/^[^区]{0,2}社区$/.test(name);
const isCounty = (name: string): boolean => /[县旗市]$/.test(name) && !/^[全本我]/.test(name);
const isTown = (name: string): boolean => /[镇乡]$|苏木$/.test(name);
const isStreet = (name: string): boolean => /(?:街道|街道办|街道办事处|办事处)$/.test(name);

const digits = "零一二三四五六七八九十";
const group = new RegExp(
  `^(?:其中[:：]?)?(各)?([${digits}两]{1,3}|\\d{1,2})?个?(主城区|中心城区|城市区|市辖区|城区|市区|郊县|外县|县域|农村|[县市区旗]\\([县市区旗、]{1,7}\\)|县市区|市县区|区市县|旗县区|区县|县区|县市|旗县|区|县|旗|乡镇|镇街|镇|乡|街道)(?:合计|小计|总计|汇总|计|数)?(?:\\(.{0,8}\\))?$`,
);
const members: readonly (readonly [RegExp, (name: string) => boolean])[] = [
  [/^(?:主城区|中心城区|城市区|市辖区|城区|市区|区)$/, isDistrict],
  [/^(?:郊县|外县|县域|农村|县市|县\(市\)|旗县|县|旗)$/, isCounty],
  [/^(?=.*区)[县市区旗()、]{2,9}$/, (name) => isDistrict(name) || isCounty(name) || zone.test(name)],
  [/^(?:乡镇|镇|乡)$/, isTown],
  [/^街道$/, isStreet],
  [/^镇街$/, (name) => isTown(name) || isStreet(name)],
];
const leavingOut =
  /(?:不含|不包括|不包含|不计|未含|剔除|扣除|除去?)([\u4e00-\u9fff、和及与]{2,20}?)(?:以?外)?(?:\)|$)/;

/**
 * What a label of several orgs says of them, or undefined for the name of one (分组行). 区 or 县 alone is a heading and no
 * group: it needs its number or 各.
 * @example groupLabel("四城区")?.count // 4
 */
export function groupLabel(label: string): GroupLabel | undefined {
  const text = fold(label);
  const without = leavingOut.exec(text)?.[1];
  if (without !== undefined) {
    const names = without.split(/[、和及与]/).filter((name) => name !== "");
    const isLeftOut = (name: string) =>
      names.some((one) => name.includes(one) || (zone.test(one) && zone.test(name)));
    return { holds: (name) => !isLeftOut(name), leavesOut: true };
  }
  const [, each, number, word = ""] = group.exec(text) ?? [];
  const holds = members.find(([words]) => words.test(word))?.[1];
  if (!holds || (word.length === 1 && number === undefined && each === undefined)) return undefined;
  const count = number === undefined ? undefined : countOf(number);
  return { holds, leavesOut: false, ...(count === undefined ? {} : { count }) };
}

/**
 * The rows that a group label adds up, by their names, or undefined where the sheet does not say which they are: fewer
 * than two, another number of them than the label says, or none to leave out.
 */
export function membersOf<T>(
  label: GroupLabel,
  rows: readonly T[],
  nameOf: (row: T) => string,
): T[] | undefined {
  const held = rows.filter((row) => label.holds(fold(nameOf(row))));
  const names = new Set(held.map((row) => fold(nameOf(row))));
  if (names.size < 2 || (label.leavesOut && held.length === rows.length)) return undefined;
  return label.count === undefined || label.count === names.size ? held : undefined;
}

function countOf(text: string): number | undefined {
  if (/^\d+$/.test(text)) return Number(text);
  const plain = text.replace("两", "二");
  const at = plain.indexOf("十");
  const value = (part: string) => (part === "" ? undefined : digits.indexOf(part));
  if (at < 0) return plain.length === 1 ? value(plain) : undefined;
  return (value(plain.slice(0, at)) ?? 1) * 10 + (value(plain.slice(at + 1)) ?? 0);
}
