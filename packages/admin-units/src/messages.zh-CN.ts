import type { EvidenceWords } from "./evidence-words.ts";

/** A day in words: 2013-02-08 is 2013年2月8日. */
const dayText = (day: string | undefined): string =>
  (day ?? "").replace(
    /^(\d{4})-(\d{2})-(\d{2})$/,
    (_, year, month, at) => `${year}年${Number(month)}月${Number(at)}日`,
  );

/** The Chinese words for the evidence of an answer. */
export const zhCN: EvidenceWords = {
  code: ({ text }) => `按代码${text}查得。`,
  fullName: ({ text }) => `“${text}”是规范名称。`,
  shortName: ({ text }) => `“${text}”是通用简称。`,
  variant: ({ text }) => `“${text}”是常见的别称。`,
  prefix: ({ text }) => `名称前写明“${text}”。`,
  levelWord: ({ text }) => `名称前的“${text}”表示层级。`,
  within: ({ text }) => `按所在地区（${text}）确定。`,
  outsideWithin: () => "所给地区内没有，从全国范围查得。",
  ended: ({ text, day }) => `${text ?? "该名称"}自${dayText(day)}起不再使用。`,
  notYet: ({ day }) => `该名称自${dayText(day)}起使用，查询日期时尚未启用。`,
  renamed: ({ day }) => `自${dayText(day)}起更名，代码不变。`,
  document: ({ text }) => `依据：${text}。`,
  reform: ({ text }) => `依据：${text}。`,
  transition: ({ text, day }) => `${dayText(day)}已决定改革（${text}），地方处于过渡期，新旧名称并存。`,
  local: () => "由各地自行设置，名称和职责以当地规定为准。",
  unverified: ({ text }) => `仅见于一处转引资料，尚未核实${text === undefined ? "" : `（${text}）`}。`,
  derived: () => "承接单位按其所辖县级单位的去向推定。",
  yearOnly: ({ day }) => `只知年份，按${dayText(day)}计。`,
  similar: ({ text }) => `没有找到“${text}”，列出相近名称供核对。`,
  several: () => "有几个单位同名，请写明所在地区。",
  open: () => "所指单位未写明，请列出具体名称。",
  noTowns: () => "指当地全部乡镇、街道；没有载入乡镇、街道数据，暂不展开。",
  expanded: ({ day }) => `按${dayText(day)}的区划展开。`,
  besides: ({ text }) => `名称里还有“${text}”，成员没有名录，未列入，请补充。`,
  localBody: ({ text }) => `“${text}”像是单位名称，但不在名录里，可加入本地名录。`,
  combined: ({ text }) => `合并设置的机构，承担${text}职能。`,
  subBureau: ({ text }) => `“${text}”表示派出机构。`,
  masked: ({ text }) => `“${text}”里有脱敏占位符，请补全名称。`,
  empty: () => "没有名称。",
  tooLong: () => "文字过长，不像单位名称；请只写单位名称。",
  unknown: ({ text }) => `没有找到“${text}”。`,
};
