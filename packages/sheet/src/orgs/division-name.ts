import { looksLikeDivision } from "@taizhang/admin-units";

/** 全市, 各县, 城市, 社区: words that end like a division and are none. */
const noDivision =
  /^(?:全|各|本|我|我们|有关|相关)|(?:城市|都市|超市|门市|社区|小区|园区|地区|城区|市区|辖区|片区|街区|景区|学区|校区|山区|老区|灾区|库区|郊区|区县|县区|县市区|市县区|乡镇|镇街|街乡|小镇|城镇|集镇|建制镇|居民区|示范区|实验区)$/;

/** True for a name of one division, known or not; not for 全市, 城区, 社区 (是否某一地区). @example namesDivision("甲县") // true */
export const namesDivision = (name: string): boolean =>
  name.length >= 2 && !noDivision.test(name) && looksLikeDivision(name);
