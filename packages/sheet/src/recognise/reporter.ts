import { isListedDivision, wholeDivision } from "../orgs/division-name.ts";
import { remembered } from "../remembered.ts";
import { fold } from "./heading.ts";

const orgSuffix =
  "(?:人民政府|管理委员会|管委会|委员会|街道办事处|办事处|街道办|街道|公安局|分局|局|政府办公室|办公室|委办|发改委|卫健委|卫计委|农工委|政法委|委|残联|妇联|团委|总工会|工会|联合会|法院|检察院|中心|管理处|公司|集团|政府|厅|开发区|高新区|新区|自治县|自治州|自治旗|市本级|区|县|市|旗|州|盟|镇|乡|苏木|村|社区)";
const orgAtStart = new RegExp(
  `^([\\u4e00-\\u9fff]{1,16}?${orgSuffix})(?![域块属场级别容长面部托员理好学事法公局厅])`,
);
const notOrg =
  /^(?:[分各按].*|.*[^省市区县旗州盟镇乡民]政府|.*(?:小|校|厂|库|景|社)区|.*(?:老|主|新|旧|古|市|县|镇|中心|核心|建成)城区|城乡|全市|全区|全县|全省|我市|我区|我县|城市|社区|市|区|县|地区|农村|乡村|重点镇|小城镇|美丽乡村|公办|民办|区县|乡镇|镇街|街镇|街乡|镇办|县乡|市县区|城区|园区|城中村|责任局|责任单位|省市县|省市|市县|市区|县区|市委|区委|县委|市直|区直|县直|年度|工作办|市政府|区政府|县政府|新区|各镇|村|镇|乡|街道|单位|部门)$/;
const region = /(?:省|市|区|县|旗|州|盟|镇|乡|苏木|街道|村)$/;

/** True for a name that is a division and no department: 南关区. */
export const isRegion = (name: string): boolean => region.test(name);

/** The organisation at the start of a title: 南关区民政局2016年… (标题中的单位). @example orgOfTitle("南关区民政局2016年工作台账") // "南关区民政局" */
export const orgOfTitle = remembered((text: string): string | undefined => {
  const plain = fold(text)
    .replace(/^(?:附件|附表|表)\d*[-:]?\d*/, "")
    .replace(/^(?:关于|《)/, "");
  const start = plain.replace(
    /^\(?(?:20\d\d|二[〇○零]..)年?度?(?:\d{1,2}[-~至]?\d{0,2}月份?)?(?:上半年|前三季度|第?.季度)?\)?/,
    "",
  );
  return longestOrg(start) ?? longestOrg(plain);
});

/** The longest run of names from the start: 南关区 goes on to 南关区民政局. */
function longestOrg(text: string): string | undefined {
  const read = orgAtStart.exec(text)?.[1];
  const found = read && wholeDivision(read, text);
  if (!found || (notOrg.test(found) && !isListedDivision(found))) return undefined;
  const rest = text.slice(found.length);
  const more = /[市区县旗州盟省]$/.test(found) ? orgAtStart.exec(rest)?.[1] : undefined;
  const goesOn =
    more &&
    more.length <= 14 &&
    !/年|月|目标|任务|工作|重点|民生|十|项目|情况/.test(more) &&
    !notOrg.test(more) &&
    !/[分各按]|乡镇|地区/.test(more);
  const longer = goesOn ? found + more : found;
  const after = text.slice(longer.length);
  // 某县人民政府督查室: the office of the government and not the government itself.
  if (/^(?:督查|督办|研究|值班|机要|政策研究|政务督查)[科处]?室/.test(after)) return undefined;
  return after === "" ||
    /^[\d(（二\-_ 年十关重民目工各项绩主经政为落贯推督责"“《城农就教卫生社安养月季上下前承创报台台填汇总进惠任实压招投稳粮基三五食优党巡]/.test(
      after,
    )
    ? longer
    : undefined;
}

/** The organisation that a sheet's or a file's name is, or holds: 01-民政局-10月 (文件名中的单位). */
export const orgOfName = remembered((name: string): string | undefined => {
  for (const part of fold(name).split(/[-_ .、,，()+&\d]+/)) {
    const plain = part.replace(/^(?:附件|年度?|月份?)+/, "");
    if (plain.length < 2) continue;
    const found = longestOrg(plain);
    if (found) return found;
  }
  return undefined;
});

/** A name as it stands after 填报单位：, without (盖章) and underscores. */
export const orgAsPrinted = (value: string): string | undefined => {
  const plain = fold(value)
    .replace(/\((?:盖章|公章|章|签章)\)/g, "")
    .replace(/[:_]+$|^[:_]+/g, "");
  return plain.length >= 2 && plain.length <= 40 && /[\u4e00-\u9fff]/.test(plain) ? plain : undefined;
};
