import type { Lang } from "./lang.ts";

/** The titles of all fixes, by id (修正名称). */
export const fixTitles = {
  mapColumn: { "zh-CN": "指定该列含义", en: "Say what the column means" },
  fillMerged: { "zh-CN": "取消合并并填充", en: "Take the merge apart and fill it" },
  markSubtotal: { "zh-CN": "标为小计行", en: "Mark as a subtotal row" },
  renumber: { "zh-CN": "重排序号", en: "Number the rows again" },
  toNumber: { "zh-CN": "改为数字", en: "Turn into a number" },
  splitUnit: { "zh-CN": "数字与单位分开", en: "Split number and unit" },
  fillUnit: { "zh-CN": "补上计量单位", en: "Fill in the unit" },
  sameScale: { "zh-CN": "统一百分数写法", en: "Write in the column's scale" },
  renameOrg: { "zh-CN": "改为规范名称", en: "Use the registered name" },
  renameSuccessor: { "zh-CN": "改为现名", en: "Use the present name" },
  expandGroup: { "zh-CN": "展开为具体单位", en: "List the members" },
  simplify: { "zh-CN": "改为简体", en: "Write in simplified letters" },
  dropGloss: { "zh-CN": "去掉注音", en: "Take the gloss out" },
  dateFormat: { "zh-CN": "显示为日期", en: "Show as a date" },
  recomputeRate: { "zh-CN": "改为复算值", en: "Use the recomputed rate" },
} as const satisfies Record<string, Record<Lang, string>>;

export type FixId = keyof typeof fixTitles;
