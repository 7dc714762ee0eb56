import { resolve } from "@taizhang/admin-units";
import { type FindingMore, finding } from "@taizhang/finding";
import { isInnerOffice, isOfInstitution } from "../orgs/inner-office.ts";
import { isOfOtherLevel, type OrgName, orgNamesOf, orgsIn } from "./org-cells.ts";
import { renameIn } from "./rename-org.ts";
import type { Rule } from "./rule.ts";
import { isOfSomeOtherPlace, isOtherBodyOf, isSlipOf, isSlipOfPlace } from "./slip-of-name.ts";

/**
 * U01 部门未识别, one a name and file. A name one letter off a known one is a slip: B, with a fix where there is only
 * one such. A well formed name that stands in no table is a local body: D. What stands in a column of divisions is not judged unless it
 * is a slip: villages, schools and estates are in no table.
 */
export const orgUnknown: Rule = {
  code: "U01",
  sees: orgsIn,
  *check(subject) {
    for (const org of orgNamesOf(subject)) {
      const { answer, name, cells } = org;
      const [first] = cells;
      if (first && isOfOtherLevel(name, answer)) {
        const right = answer.short ?? answer.name ?? "";
        yield finding(
          "U01",
          { name, candidates: [right], count: cells.length, local: false },
          [first.cell.at],
          {
            ...more(org),
            fix: renameIn("renameOrg", org, right),
          },
        );
        continue;
      }
      if (answer.type !== "unknown" || !first || isOffice(org)) continue;
      const near = (answer.suggestions ?? [])
        .filter((one) => (one.type === "division" ? isSlipOfPlace(org, one) : true))
        .filter((one) => isSlipOf(name, one.name) || isSlipOf(name, one.short ?? one.name));
      const candidates = near
        .filter((one) => !isOfSomeOtherPlace(org, one, near))
        .map((one) => one.short ?? one.name)
        .filter((one) => isInForce(one, org));
      if (org.reports && !candidates.some((one) => isOtherBodyOf(name, one))) continue;
      const wellFormed = answer.evidence.some(({ code }) => code === "localBody") || works.test(name);
      const isDivision = first.cell.column.field === "division";
      const local = wellFormed && candidates.length === 0;
      if (
        isDivision &&
        (candidates.length !== 1 || /(?:村|社区|居委会|村委会|屯|学校|小学|中学|医院|公司)$/.test(name))
      )
        continue;
      if (!local && !wellFormed && name.length > 12) continue; // a sentence, not a name
      const [only] = candidates;
      yield finding("U01", { name, candidates, count: cells.length, local }, [first.cell.at], {
        ...more(org),
        ...(local ? { severity: "D" as const } : {}),
        fix: only && candidates.length === 1 && only !== name ? renameIn("renameOrg", org, only) : undefined,
      });
    }
  },
  examples: [
    {
      title: "学校的内设机构不是没有识别的部门",
      rows: [
        ["市第一中学2024年重点工作任务分解表"],
        ["任务名称", "指标名称", "计量单位", "年度目标", "责任部门"],
        ["后勤保障", "食堂改造", "个", 1, "总务处"],
        ["德育活动", "德育活动", "次", 20, "德育处"],
        ["教研", "公开课", "节", 60, "教科室"],
        ["党建", "主题党日", "次", 12, "党政办"],
      ],
      finds: [],
    },
    {
      title: "政府的表里写总务处，说不清是哪个单位",
      rows: [
        ["南关区2016年重点工作任务分解表"],
        ["任务名称", "指标名称", "计量单位", "年度目标", "责任部门"],
        ["后勤保障", "食堂改造", "个", 1, "总务处"],
        ["扩大就业", "城镇新增就业", "人", 1000, "区人社局"],
      ],
      finds: [{ ref: "E3" }],
    },
    {
      title: "责任科室一列里的科、站不是部门",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "责任科室"],
        ["妇女体检", "人", 3000, 2000, "妇幼科"],
        ["土壤检测", "个", 30, 20, "土肥站"],
        ["医改试点", "个", 3, 2, "医政科"],
      ],
      finds: [],
    },
    {
      title: "责任单位一列里的科、站像本地机构",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "责任单位"],
        ["妇女体检", "人", 3000, 2000, "妇幼科"],
        ["土壤检测", "个", 30, 20, "土肥站"],
        ["残疾人就业", "人", 220, 180, "区残联"],
      ],
      finds: [
        { ref: "E2", severity: "D" },
        { ref: "E3", severity: "D" },
      ],
    },
    {
      title: "写错一个字，相近的只有一个",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "责任单位"],
        ["城镇新增就业", "人", 1300, 1255, "区财证局"],
        ["残疾人就业", "人", 220, 180, "区残联"],
        ["职业培训", "人次", 300, 280, "区财证局"],
      ],
      finds: [{ ref: "E2", severity: "B", fix: ["区财政局", "区财政局"] }],
    },
    {
      title: "填报单位写错一个字",
      rows: [
        ["2016年10月部门月报表", "", "", "", ""],
        ["填报单位：区民正局", "", "", "", ""],
        ["任务名称", "计量单位", "年度目标", "累计完成", "责任单位"],
        ["新建养老中心", "个", 12, 10, "区民政局"],
        ["临时救助", "人次", 6000, 5600, "区民政局"],
      ],
      finds: [{ ref: "A2", severity: "B" }],
    },
    {
      title: "区里没有厅",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "责任单位"],
        ["安置退伍兵", "人", 300, 270, "区民政厅"],
        ["残疾人就业", "人", 220, 180, "区残联"],
      ],
      finds: [{ ref: "E2", severity: "B", fix: ["区民政局"] }],
    },
    {
      title: "填报单位是学校、公司或名录里没有的机构",
      rows: [
        ["2016年10月部门月报表", "", "", ""],
        ["填报单位", "城东片区指挥部", "", ""],
        ["任务名称", "计量单位", "年度目标", "累计完成"],
        ["拆除旧房", "户", 120, 100],
        ["修建道路", "公里", 6, 5],
      ],
      finds: [],
    },
    {
      title: "填的不是单位",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "责任单位"],
        ["城镇新增就业", "人", 1300, 1255, "阿巴巴"],
        ["残疾人就业", "人", 220, 180, "区残联"],
      ],
      finds: [{ ref: "E2", severity: "B" }],
    },
    {
      title: "写法规范的本地机构，名录里没有",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "责任单位"],
        ["管网改造", "公里", 12, 10, "区巩固办"],
        ["残疾人就业", "人", 220, 180, "区残联"],
      ],
      finds: [{ ref: "E2", severity: "D" }],
    },
    {
      title: "乡镇政府和同名的区政府不是写错，税务所、供电公司是本地机构",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "责任单位"],
        ["管网改造", "公里", 12, 10, "朝阳镇人民政府"],
        ["残疾人就业", "人", 220, 180, "区残联"],
        ["电网改造", "公里", 20, 18, "国网丑区供电公司"],
        ["清缴欠税", "万元", 200, 180, "城关税务所"],
      ],
      finds: [
        { ref: "E2", severity: "D" },
        { ref: "E4", severity: "D" },
        { ref: "E5", severity: "D" },
      ],
    },
    {
      title: "常见的简称",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "责任单位"],
        ["城镇新增就业", "人", 1300, 1255, "区人社局、区残联"],
        ["慈善救助", "万元", 300, 260, "民政局"],
        ["新建公厕", "座", 5, 3, "区住建局"],
        ["家庭教育", "场", 20, 18, "区妇联"],
      ],
      finds: [],
    },
    {
      title: "单位下面另起一行写负责人",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "责任单位"],
        ["新建幼儿园", "所", 5, 4, "区教育局\n（张三）"],
        ["残疾人就业", "人", 220, 180, "区残联"],
      ],
      finds: [],
    },
    {
      title: "县名不在名录里，和好几个县只差一个字；林业和农业是两个单位",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "责任单位"],
        ["技术改造", "个", 12, 10, "西陵县工业和信息化局"],
        ["经济林提质", "亩", 1400, 1290, "县林业技术推广中心"],
        ["残疾人就业", "人", 220, 180, "县残联"],
      ],
      finds: [
        { ref: "E2", severity: "D" },
        { ref: "E3", severity: "D" },
      ],
    },
    {
      title: "统称和“各街乡”不是认不出",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "责任单位", "配合单位"],
        ["城镇新增就业", "人", 1300, 1255, "区人社局", "各街乡"],
        ["慈善救助", "万元", 300, 260, "区民政局", "相关部门"],
      ],
      finds: [],
    },
    {
      title: "村和社区",
      rows: [
        ["村（社区）", "指标名称", "计量单位", "年度目标", "累计完成"],
        ["幸福村", "户厕改造", "户", 30, 28],
        ["红旗社区", "户厕改造", "户", 25, 25],
      ],
      finds: [],
    },
  ],
};

/** 区热电厂, 城东水库, 土肥站: works, places of work and stations are bodies of their own. */
const works = /^[\u4e00-\u9fff]{2,}(?:厂|馆|园|场|库|站|所|队|基地|专班|(?<!干|全|内|外)部)$/;

/**
 * Under 责任科室, and in the sheet of a school or a hospital, stand the offices within one body, which are in no directory
 * of departments.
 */
const isOffice = ({ name, cells }: OrgName): boolean =>
  cells.every(
    ({ cell, view }) =>
      cell.column.path.some((word) => /[科处股]室|站所|股站|科站/.test(word)) ||
      (isInnerOffice(name) && isOfInstitution(view.table)),
  );

/** A name of the plan's time: in 2016 nobody meant 卫健局. */
function isInForce(name: string, { day, within }: OrgName): boolean {
  const { ended, evidence } = resolve(name, { on: day, within });
  return ended !== true && !evidence.some(({ code }) => code === "notYet");
}

/** The other cells of the name. */
const more = ({ cells }: OrgName): FindingMore => ({
  related: cells.slice(1, 200).map(({ cell }) => cell.at),
});
