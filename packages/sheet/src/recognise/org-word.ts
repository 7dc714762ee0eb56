import { isListedDivision } from "../orgs/division-name.ts";

/** 新建学校 is something to do, 新建镇 a place. */
const deed =
  /^(?:改造|新建|新增|扩建|改建|迁建|建设|建成|提升|整治|创建|培育|发放|实施|引进)(?!.?[省市区县旗镇乡村]$)/;
const orgEnd =
  /(?:局|委|办|厅|院|部|处|科|股|室|中心|公司|集团|政府|街道|法院|检察院|分局|残联|妇联|团委|工会|联合会|科协|文联|学校|大学|学院|医院|管委会|委员会|银行|联社|大队|支队|总队|所|站|办公室|协会|企业|(?:林|农|牧|渔|茶|良种|原种|园艺|养殖|种畜)场|(?:文化|图书|博物|体育|档案|纪念|美术|科技|展览)馆|工商联|红十字会|团市委|团区委|团县委|管理局|组织部|宣传部|政法委|纪委|监委|发改|公安|民政|财政|人社|教育|卫健|住建|交通|水利|农业农村|文旅|应急)$/;
const groupOfOrgs =
  /^(?:各|相关|有关).{0,12}(?:部门|单位|街乡|乡镇|街道|政府|区县|县区|办事处|科室|成员单位)$/;
const divisionEnd =
  /(?:省|自治区|市|区|县|旗|州|盟|镇|乡|苏木|街道|街道办事处|村|社区|市本级|区本级|县本级|本级|市直)$/;
const notPlace =
  /^(?:城市|全市|全区|全县|全省|我市|我区|我县|小区|社区|城区|地区|区县|县区|市区|农村|乡村|乡镇|城镇|各区县|市县|园区|辖区|灾区|山区|街道|新区|景区|.*(?:小|校|厂|库|景|灾|病|片)区|.*(?:老|主|新|旧|古|市|县|镇|中心|核心|建成)城区|.*(?:贫困|革命|偏远|高寒|深|石|浅|半)山区)$/;
/** What stands in sentences and not in names, nor between names. */
const inSentence = '[。！？：:“”"0-9%]|完成|推进|开展|落实|加强|实施|建成|达到|确保';
const sentence = new RegExp(`[；（(]|${inSentence}`);
const tellsMore = new RegExp(inSentence);

/** 已办, 正在办: what was done, and no office. */
const handled = /(?:已|未|正|正在|待|在|可|拟|交|催|督|代|补|新|主|经|承|协|联|举|创|停|自|合|通|速|快)办$/;

/** The names in a cell that lists several, as far as recognition needs them; reading uses `splitOrgList` (分隔). */
const splitNames = (text: string): string[] =>
  text
    .split(/[、,，;；/\s]+/)
    .map((name) => name.trim())
    .filter((name) => name !== "");

const plain = (name: string): string => name.replace(/[（(][^（）()]*[）)]/g, "").replace(/等$/, "");

/** True for a text that reads as one or several organisations (单位名). @example looksLikeOrgs("区教育局、区财政局") // true */
export function looksLikeOrgs(text: string): boolean {
  if (text.length < 2 || text.length > 120) return false;
  // What brackets hold is left out of a name; without them one look at the whole tells that it is a sentence.
  if (!/[（(]/.test(text) && tellsMore.test(text)) return false;
  const names = splitNames(text);
  return names.length > 0 && names.every((name) => looksLikeOrg(plain(name)));
}

const looksLikeOrg = (name: string): boolean =>
  name.length >= 2 &&
  name.length <= 24 &&
  !sentence.test(name) &&
  !deed.test(name) &&
  !handled.test(name) &&
  (orgEnd.test(name) || groupOfOrgs.test(name) || looksLikePlace(name));

/** True for a text that reads as a division: a county, a street, a village (行政区划名). @example looksLikePlace("东坡区") // true */
export const looksLikePlace = (name: string): boolean =>
  name.length >= 2 &&
  name.length <= 14 &&
  !sentence.test(name) &&
  !deed.test(name) &&
  divisionEnd.test(name) &&
  (!notPlace.test(name) || isListedDivision(name));
