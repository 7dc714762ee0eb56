import { looksLikeDivision, resolve } from "@taizhang/admin-units";

/** 全市, 各县, 城市, 社区, 团区 of 团区委, 区市 of 区市场监管局 and 镇村镇 of 镇村镇建设办: words that end like a division and are none. */
const noDivision =
  /^(?:团.$|[省市州盟区县旗镇乡]+$|[省市州盟区县旗镇乡]*村镇$|全|各|本|我|我们|有关|相关)|(?:城市|都市|超市|门市|社区|小区|园区|地区|城区|市区|辖区|片区|街区|景区|学区|校区|山区|老区|灾区|库区|郊区|区县|县区|县市区|市县区|乡镇|镇街|街乡|小镇|城镇|集镇|建制镇|居民区|示范区|实验区)$/;

/** Divisions of this name exist, and nearly every city calls a part of itself so. */
const commonName = /^(?:[老新旧]城区|中心城区)$/;

/**
 * True for a name that stands in the directory of divisions, though it ends or begins as a common word does: 宽城区,
 * 西城区, 房山区, 全州县 (名录中的地区). 城区 and 郊区 alone are common words.
 */
export const isListedDivision = (name: string): boolean => {
  if (name.length < 3 || commonName.test(name)) return false;
  const { type, candidates } = resolve(name);
  return (
    type === "division" ||
    (type === "ambiguous" && candidates?.some((one) => one.type === "division") === true)
  );
};

/**
 * The division at the head of a text, where a first reading of it ended at the 州 or 镇 of its name (地名到市为止): of 徐州市新建
 * the city is 徐州市, and 索镇街道 and 红旗镇 are towns.
 */
export function wholeDivision(head: string, text: string): string {
  if (/[州镇乡]$/.test(head) && text.startsWith(`${head}市`) && isListedDivision(`${head}市`))
    return `${head}市`;
  const [town] = /^(?:街道|镇|乡|苏木)(?=$|街道|办|人民政府|\d)/.exec(text.slice(head.length)) ?? [];
  return town !== undefined && !isListedDivision(head) ? head + town : head;
}

/** True for a name that ends as those of towns and streets do (是否乡镇街道). @example isTownName("桃源街道") // true */
export const isTownName = (name: string): boolean => /(?:街道|街道办事处|镇|乡|苏木)$/.test(name);

/** True for a name of one division, known or not; not for 全市, 城区, 社区 (是否某一地区). @example namesDivision("甲县") // true */
export const namesDivision = (name: string): boolean =>
  name.length >= 2 && looksLikeDivision(name) && (!noDivision.test(name) || isListedDivision(name));
