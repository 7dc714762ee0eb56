/** What a section of a plan is for (章节性质). */
export type SectionKind = "task" | "overall" | "measure";

const overall =
  /^(?:["“]?(?:指导思想|总体(?:要求|思路|目标|部署)|总的?(?:要求|目标|思路)|(?:工作|主要|发展|奋斗|预期|年度|具体)?目标(?:和|要求|$|:|是)|目标要求|基本(?:原则|要求|思路|情况)|工作(?:思路|原则|目标|背景)|(?:重要|重大)?意义|背景|形势|现状|上年|20\d\d年(?:工作)?(?:回顾|总结|完成情况)|(?:去年|上年度).{0,6}(?:回顾|总结|情况)|编制|适用范围|实施范围|整治范围|提高认识|充分认识|统一思想))/;

/** 2022年总体要求和主要目标: the year stands before the aims of a report. */
const aims =
  /^(?:20\d\d年|今年|本年度?)(?:全[市县区省]|政府工作|经济社会发展|工作|的|和)*(?:总体(?:要求|思路|目标)|(?:主要|发展|预期)+目标)(?:和|及|与|、|$)/;

const measure =
  /^(?:(?:加强|强化|健全|完善|切实加强|落实|明确)?(?:组织(?:领导|保障|实施|推进|机构)|保障(?:措施|机制)|(?:工作|实施|推进|落实|有关|相关|几点|具体)(?:要求|保障(?![性房障]))|工作机制|推进机制|责任(?:落实|追究|分工与)|监督(?:考核|检查|管理)|督(?:查|导|促|办)|考核(?:与|和|及|奖惩|评价|验收|办法)|加分|奖惩|宣传(?:引导|发动)|附则|附件|资金(?:保障|管理)|政策(?:保障|支持)|信息报送)|(?:实施|工作|方法)步骤|(?:步骤|时间)(?:安排|和方法)|进度安排|措施保障|有关事项|其他(?:要求|事项))/;

/** The kind of a section by its heading; a task section where nothing else is said. */
export function sectionKind(heading: string): SectionKind {
  const plain = heading.replace(/^[\s:、.,"“]+/, "");
  if (overall.test(plain) || aims.test(plain)) return "overall";
  return measure.test(plain) ? "measure" : "task";
}
