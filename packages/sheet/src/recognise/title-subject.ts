import { namesDivision, wholeDivision } from "../orgs/division-name.ts";
import { fold } from "./heading.ts";
import { orgOfTitle } from "./reporter.ts";

const enclosure = /^(?:附件|附表|附|表)[\d一二三四五六七八九十]*[-:：、.．]?\d*/;
const brackets = /[(（《【][^()（）《》【】]*[)）》】]/g;
const dates =
  /(?:截[至止])?(?:(?:20\d\d|二[〇○零O]..)年?度?)?(?:\d{1,2}(?:[-—–~～至到]\d{1,2})?月(?:份|底|末|\d{1,2}日)?|上半年|下半年|前三季度|第?[一二三四1-4]季度|第\d{1,2}周)|(?:20\d\d|二[〇○零O]..)年?度?/g;
const everywhere =
  /^(?:全[省市区县旗州盟镇乡国]|各(?:省|市州|市县|县市区|市县区|区县|县区|县市|市区|市|区|县|旗|州|盟|乡镇|镇街|街乡|街道|镇|乡))/;
const place = /^[\u4e00-\u9fff]{1,12}?(?:自治区|自治州|自治县|省|市|州|盟|区|县|旗|街道|镇|乡|苏木)/;
/** What a title says of the sheet and not of the thing counted. */
const ofTheSheet =
  /(?:统计|汇总|调度|一览|通报|明细|分解|下达|落实|对比|考核|评价|台账|清单|报表|月报|季报|周报|日报|快报|简报|表|情况|完成|进展|进度|排名|排位|目标|任务|计划|指标|年度|分[县市区州乡镇街道]{1,3}|分[月季]度?|周|日|月|季|年|数据|数)$/;
/** Words that name no one thing: a table of 重点工作 or 主要经济指标 holds several. */
const general =
  /^(?:各?(?:区县|县区|县市区|市县|乡镇|镇街|街道|街乡|部门|单位)|民生|实事|重点|主要|经济|社会|发展|工作|事项|项目|目标|任务|指标|十件|为民|办|督查|督办|政府|年度|全年|幸福|行动|计划|绩效|综合|责任|[一二三四五六七八九十]+件?|大|和|与|及|的|、)*$/;

/**
 * The one thing that a table counts, as its title names it (标题所说的指标): 2025年8月城镇新增就业完成情况表 is of 城镇新增就业.
 * Undefined where the title names a plan or a list of several things.
 * @example subjectOfTitle("眉山市2019年6月城镇新增就业完成情况") // "城镇新增就业"
 */
export function subjectOfTitle(title: string | undefined): string | undefined {
  if (title === undefined) return undefined;
  let text = fold(title).replace(brackets, "").replace(enclosure, "").replace(/^关于/, "").replace(dates, "");
  for (let step = 0; step < 3; step++) {
    const read = place.exec(text)?.[0];
    const head = read && wholeDivision(read, text);
    const org = head !== undefined && namesDivision(head) ? head : orgOfTitle(text);
    const rest = org !== undefined && text.startsWith(org) ? text.slice(org.length) : text;
    text = rest.replace(everywhere, "").replace(/^[的年度:：、,，\-—]+/, "");
  }
  for (let before = ""; before !== text; ) {
    before = text;
    text = text.replace(ofTheSheet, "").replace(/[:：、,，。\-—]+$/, "");
  }
  return text.length < 2 || text.length > 24 || general.test(text) || /[:：。；]|行动$/.test(text)
    ? undefined
    : text;
}
