/** Verbs of doing that say nothing of what is counted, and adverbs; those of building stay: 新建幼儿园. */
const empty =
  /^(?:[\s、]|其中|全年|全区|全市|全县|全省|全镇|今年|年内|年度?|力争|争取|确保|保证|预计|计划|规划|拟|实现|完成|达到|实施|开展|举办|组织开展|组织|给予|发放|提供|为|对|将|使|按照|按|并|和|及|以及|继续|共|总共|累计|分别|要|应|须|须要|在|到|至|于|每人每年|每人每月|每年|一次性|重点|抓好|落实|做好|推进|有序|全面|\d+月(?:底|份)?前?|年底前|20\d\d年(?:底|内)?前?)+/;
const emptyEnd =
  /(?:达到|达|为|是|约|共|计|至|到|各|均|在|控制|保持|稳定|提高|提升|增加|降低|下降|完成|实现|总计|合计|不低于|不少于|不超过|以|按|按照|每人每年|每人每月|每|给予|发放|提供|补助|的|了|[\s、:])+$/;
const buildingVerb =
  /(?:新建|改建|扩建|改扩建|续建|建设|建成|建立|修建|改造|整治|新增|创建|打造|配备|配置|购置|安装|更新|新植|补植|培训|培育|扶持|开工建设|开工|竣工|创办|设立|引进|拆除|绿化|举办|开展|组织|配备|救助|资助|转移|安置)$/;
const stop = /[,。;:、()\n\d"“”]|(?:并|及|和|建设任务|的建设|投入使用|主体|全部|开工|竣工)/;

/** The name of what a number counts: the words before it in its clause, or the thing behind it (指标名称). */
export function indicatorName(text: string, start: number, end: number): string {
  const before = text.slice(Math.max(0, start - 50), start);
  const clause = before.slice(before.search(/[^,。;:\n()、"”]*$/)).replace(/\s+/g, "");
  const behind = text.slice(end, end + 30);
  const thing = /^[\u3400-\u9fff“”"]/.test(behind) ? behind.slice(0, cut(behind)).replace(/^的/, "") : "";
  const verb = buildingVerb.exec(clause)?.[0];
  const subject = clause.replace(empty, "").replace(emptyEnd, "");
  if (verb && thing.length >= 2) return `${verb}${thing}`;
  if (subject.length >= 2) return subject.slice(-24);
  if (thing.length >= 2) return thing;
  const wider = before.slice(before.search(/[^。;\n]*$/)).replace(/[,:、(]\s*$/, "");
  const earlier = wider
    .slice(wider.search(/[^,:、(]*$/))
    .replace(/[\d.%]+.{0,3}$/, "")
    .replace(empty, "")
    .replace(emptyEnd, "");
  return earlier.slice(-24) || subject || "";
}

const cut = (text: string): number => {
  const found = text.search(stop);
  return Math.min(found < 0 ? text.length : found, 20);
};
