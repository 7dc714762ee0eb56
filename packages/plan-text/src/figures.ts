import { type FoundQuantity, findQuantities, unitOf } from "@taizhang/quantity";
import {
  doing,
  economic,
  ownTasks,
  perOne,
  persons,
  soFar,
  spending,
  startsDoing,
  structural,
  timed,
} from "./figure-words.ts";
import type { SectionKind } from "./sections.ts";

/** What a number of a plan is for (数字的用途). */
type Purpose = "indicator" | "standard" | "funding" | "condition" | "none";

/** A number with what it is for; places are those of the text that was read. */
export interface Figure extends FoundQuantity {
  readonly purpose: Purpose;
}

/** The numbers of an item's words, each with what it is for. */
export function figuresIn(text: string, scope: SectionKind): Figure[] {
  return findQuantities(text).map((found) => ({ ...found, purpose: purposeOf(text, found, scope) }));
}

interface Seen {
  readonly found: FoundQuantity;
  /** The words before it in its sentence, and in its clause. */
  readonly sentence: string;
  readonly clause: string;
  /** The words behind it. */
  readonly behind: string;
  readonly unit: string;
  readonly dimension: string;
  readonly isHan: boolean;
  readonly scope: SectionKind;
}

const window = 60;

function purposeOf(text: string, found: FoundQuantity, scope: SectionKind): Purpose {
  const before = text.slice(Math.max(0, found.start - window), found.start);
  const sentence = before.slice(before.search(/[^。;\n]*$/));
  const clause = sentence.slice(sentence.search(/[^,:]*$/));
  const { unit } = found.value;
  const seen: Seen = {
    found,
    sentence,
    clause,
    behind: text.slice(found.end, found.end + 24),
    unit,
    dimension: unit === "" ? "" : (unitOf(unit)?.dimension ?? unit),
    isHan: !/\d/.test(found.value.raw),
    scope,
  };
  for (const rule of rules) {
    const purpose = rule(seen);
    if (purpose) return purpose;
  }
  return "indicator";
}

type Rule = (seen: Seen) => Purpose | undefined;

/** In quotes or titles of books a number is part of a name: “10分钟健身圈”, 《三年行动计划》. */
const inName: Rule = ({ sentence, behind }) =>
  /[“"‘《「][^”"’》」]{0,8}$/.test(sentence) &&
  (/[“"‘《]$/.test(sentence) || /^[^“‘《,。;]{0,12}[”"’》」]/.test(behind))
    ? "none"
    : undefined;

const measuredBy = /(?:不[低少高大]于|不超过)[^,。;\d]{0,30}的(?:[\d.]+%|$)/g;

/** What is done already, and what something rises from: 由80元增至100元. */
const past: Rule = ({ found, sentence, behind }) => {
  // 不低于上年度人均收入的60%: what it is measured by is of the past, it is not
  if (soFar.test(sentence.replace(measuredBy, ""))) return "none";
  const from = /^(?:由|从|自)/.test(found.value.raw) || /(?:由|从)[^,。;]{0,24}$/.test(sentence);
  return from && /^[^,。;\d]{0,12}?(?:提|增|升|降|减|扩|调|压|缩|上|下|涨|到|至)/.test(behind)
    ? "none"
    : undefined;
};

const measuredThing =
  /^(?:以上)?的[\u3400-\u9fff]{0,8}(?:企业|项目|园区|集群|村|镇|大户|主体|产业|家庭|单位|集团|公司|商户)/;

/** The age, the weeks, the size of those who are meant. */
const eligible: Rule = ({ found, dimension, behind, clause, sentence }) => {
  if (/(?:达到|超过|高于|低于|不足)(?:封顶线|起付线)$/.test(clause)) return "condition";
  if (
    /^(?:扣|加)\S{0,3}分|^(?:为|的|可)?(?:优秀(?![\u3400-\u9fff]{2})|良好|不得分|得满分|予以通报)/.test(
      behind,
    ) ||
    /每(?:少|延期|超过?|低于?)$/.test(clause)
  )
    return "none";
  if (
    /(?:达到?|超|在)$/.test(clause) &&
    measuredThing.test(behind) &&
    /^(?:money|area|length|mass|time|months)$/.test(dimension)
  )
    return "condition"; // 产值达500亿元的企业
  if (/过$/.test(clause) && /^(?:money|area)$/.test(dimension) && /^(?:的|企业|项目)/.test(behind))
    return "condition";
  if (dimension === "age") return /(?:寿命|年龄)[^,。;]{0,6}$/.test(clause) ? "indicator" : "condition";
  if (found.value.unit === "人" && /^超?大班额/.test(behind)) return "condition"; // 消除66人以上超大班额
  if (/^部分/.test(behind) && /以[上下]$/.test(found.value.raw)) return "condition"; // 自付2万元以上部分
  if (/^口以[上下]的?[城市县区镇乡]/.test(behind)) return "condition"; // 100万人口以上城市
  if (/^[\u3400-\u9fff]{1,6}以[上下]的/.test(behind)) return "condition"; // 1万名老人以上的街镇
  const marks =
    /以[上下内]$|以[上下内]\([^)]*\)$/.test(found.value.raw) || /^(?:gt|lt)$/.test(found.value.bound);
  if (!marks || (found.value.change && dimension !== "ratio")) return undefined;
  if (/\($/.test(sentence) && /^\)/.test(behind)) return "condition"; // 大班额(66人以上)
  if (dimension === "ratio")
    return found.value.bound === "lt" && /^的/.test(behind) && !/^的比例|^的目标/.test(behind)
      ? "condition"
      : undefined;
  if (
    /^[\u3400-\u9fff“]/.test(behind) &&
    (sentence === "" || /[、,:]$/.test(sentence)) &&
    !(/、$/.test(sentence) && startsDoing.test(clause)) &&
    dimension !== "ratio" &&
    !/^(?:的|为|达|并)/.test(behind)
  )
    return "condition"; // 56人以上大班额
  if (/^的(?:标准|目标|比例|要求|速度|增速|增长|幅度)/.test(behind)) return undefined;
  const measured = /^(?:money|area|length|mass|time|months)$/.test(dimension);
  // 对销售额2万元以上且带动就业的主体
  if (measured && /^对[^,]+$/.test(clause) && /^(?:且|并)[^,。;]{2,24}的/.test(behind)) return "condition";
  if (measured && /^(?:的|,?封顶线)/.test(behind)) return "condition";
  if (measured && dimension !== "area" && persons.test(behind) && !doing.test(clause)) return "condition";
  return /^的/.test(behind) && !doing.test(clause) ? "condition" : undefined;
};

const time: Rule = ({ found, dimension, clause, behind }) => {
  if (dimension !== "time" && dimension !== "months") return undefined;
  if (/(?:建设周期|工期|建设期|合同期|有效期)[^,。;]{0,3}$/.test(clause)) return "none";
  if (
    timed.test(clause) ||
    (/^(?:ge|le|range)$/.test(found.value.bound) && /^(?:不|达|控制|压缩)/.test(found.value.raw))
  )
    return "indicator";
  if (found.value.bound === "le" && /^(?:办|答复|回复|反馈|出证|发证|响应|到场|送达|完成审批)/.test(behind))
    return "indicator";
  if (/^每[周月年]/.test(found.value.raw) && found.value.bound !== "eq") return "indicator"; // 坐班每周不少于3天
  // 不动产登记5个工作日以内: a limit behind its subject
  if (
    /内$/.test(found.value.raw) &&
    /[^在于后起前,:、\s]{3}$/.test(clause) &&
    /^(?:[,。;、)]|$)/.test(behind)
  )
    return "indicator";
  return persons.test(behind) ? "condition" : "none";
};

/** 25万吨己二酸项目: the size is part of a project's name. */
const capacity: Rule = ({ dimension, behind, found }) =>
  /^(?:mass|electricPower|apparentPower|energy)$/.test(dimension) &&
  !found.value.per &&
  /^[\u3400-\u9fff]{1,10}(?:项目|生产线|装置|机组|电站)/.test(behind)
    ? "none"
    : undefined;

/** Storeys, parts of school years and the like describe a thing. */
const attribute: Rule = ({ unit, dimension, behind, clause, found, isHan }) => {
  if (
    unit === "层" ||
    unit === "届" ||
    (unit === "分" && !/(?:度|测评|调查|成绩)(?:得分|分数)?[^,。;]{0,14}$/.test(clause))
  )
    return "none";
  if (unit === "年" || dimension === "voltage" || dimension === "apparentPower") return "none";
  if (
    unit === "米" &&
    /^[\u3400-\u9fff]/.test(behind) &&
    !/^(?:的|以|左右|等|及|和|、)/.test(behind) &&
    !doing.test(clause)
  )
    return "none";
  // 三元公司: so small a sum in words is a name, unless something costs it
  if (
    isHan &&
    unit === "元" &&
    found.value.power === 0 &&
    !perOne.test(clause) &&
    !/[为到至达收付补减]$/.test(clause)
  )
    return "none";
  if (unit === "人" && /^制/.test(behind)) return "none"; // 3人制篮球场
  if (unit === "面" && /^(?:红旗|旗)/.test(behind)) return "none";
  return found.value.unit === "" &&
    found.value.power === 0 &&
    !/(?:率|比|指数|系数)[^,。;]{0,4}$/.test(clause)
    ? "none"
    : undefined;
};

/** Parts of an economic total are totals themselves: 固定资产投资…其中工业投资…. */
const measuredEconomy =
  /(?:工业|技改|民间|固定资产|房地产|基础设施|产业|制造业|项目)投资$|收入$|产值$|增加值$/;

const reaching = /^(?:总[量额数])?(?:达到?|增至|升至|突破)$/;
const economicGrowth = new RegExp(
  `(?:${economic.source.replace("$", "")})(?:增长|增加|提高|下降|增速)[^。;:,]{0,12},[^,。;:]*$`,
);

const money: Rule = ({ found, dimension, clause, sentence, behind, unit }) => {
  if (dimension !== "money" && !(unit === "" && found.value.power >= 4)) return undefined;
  if (unit === "" && !/(?:封顶线|资金|投资|投入|经费|补助)[^,。;]{0,8}$/.test(clause))
    return /^[^,。;]{0,2}$/.test(behind) && economic.test(clause) ? "indicator" : undefined;
  if (
    (found.value.per && !(/^[年日月]$/.test(found.value.per) && found.value.power >= 4)) ||
    perOne.test(clause) ||
    /^最[高多]/.test(found.value.raw) ||
    /标准:[^。;\n]*$/.test(sentence) ||
    /^\/|^的?(?:标准|助学|补贴|奖励|一次性)/.test(behind)
  )
    return "standard";
  if (/(?:投资|资金)[^。;]*其中[^。;)]*$/.test(sentence) && unit !== "" && !measuredEconomy.test(clause))
    return "funding";
  if (/(?:安排|投入|拨付|下达)[^,。;:]{0,12}(?:公益金|债券|专项资金)$/.test(clause)) return "funding";
  if (economic.test(clause) && !/(?:完成|总|计划|累计)投资$/.test(clause)) return "indicator";
  // 生产总值增长11%,达到282亿元: the amount that a growth leads to
  if (reaching.test(clause) && economicGrowth.test(sentence)) return "indicator";
  if (found.value.power < 4 && !/投资|投入/.test(clause))
    return /元.{0,6}、/.test(sentence) || Number(found.value.value) < 100000 ? "standard" : "funding";
  if (spending.test(sentence) || spending.test(behind.slice(0, 12))) return "funding";
  return "funding";
};

/** 一 of 一个, 一项, 一种 counts only behind a verb of doing, or behind the thing itself (病房楼一幢). */
const one: Rule = ({ found, isHan, clause, behind, sentence }) => {
  if (!isHan || !/^(?:至少|不少于|不低于)?一/.test(found.value.raw) || found.value.value !== "1")
    return undefined;
  if (/^(?:至少|不少于|不低于)/.test(found.value.raw)) return undefined;
  if (found.value.unit === "次") return "none"; // 每季度通报一次
  // 出现一户、帮扶一户、解决一户
  if (found.value.unit !== "" && sentence.slice(-8).includes(`一${found.value.unit}`)) return "none";
  if (found.value.unit !== "" && behind.slice(0, 6).includes(`一${found.value.unit}`)) return "none";
  if (/^(?:重要|项|般|定|些|系列|把手|线|流|体化)/.test(behind)) return "none";
  if (/(?:每|都有|至少)[^,。;]{0,10}$/.test(clause) && !/(?:每|同|另|任|某)$/.test(clause)) return undefined;
  if (
    /[^,。;:、]{2}$/.test(sentence) &&
    /^(?:[,。;、)\n]|$|总|建筑|占地|面积)/.test(behind) &&
    !/(?:作为|成为|同|每|第|是|任选其)$/.test(sentence)
  )
    return undefined;
  return doing.test(clause) &&
    !/(?:作为|成为|为|对|有|设|改|含)$/.test(clause) &&
    !/^[\u3400-\u9fff]?(?:批|系列)/.test(behind)
    ? undefined
    : "none";
};

/** How many members the list has that stands right before a number; 1 for none. */
const listLength = (words: string): number => words.slice(words.search(/[^,。;:]*$/)).split("、").length;

/** Numbers that only structure what is said. */
const structure: Rule = ({ isHan, behind, clause, sentence, scope, found }) => {
  if (found.value.unit === "次" && /连续$/.test(clause)) return "none"; // 连续两次排名靠后
  if (/^[位名]$/.test(found.value.unit) && /(?:排名|排序|排在)[前后末]$/.test(clause)) return "none";
  if (structural.test(behind) || /(?:一式|各执)$/.test(clause)) return "none";
  if (isHan && /^[类种级档]$/.test(found.value.unit) && listLength(sentence) === Number(found.value.value))
    return "none"; // 甲、乙、丙三类
  if (
    isHan &&
    /^[项件个]$/.test(found.value.unit) &&
    /^(?:重点)?(?:工作|任务|举措|措施)/.test(behind) &&
    /(?:抓好|做好|围绕|突出|落实|推进|抓实|开展)$/.test(clause)
  )
    return "none"; // 重点抓好三项工作
  if (isHan && found.value.unit === "项" && /^(?:补贴|制度|政策|改革)/.test(behind)) return "none"; // 两项补贴
  if (isHan && found.value.unit === "类" && (found.value.per || /^(?:每|(?:重点)?对象|人)/.test(behind)))
    return "none";
  if (isHan && /^[类级等期]$/.test(found.value.unit) && /[一二三四五六七八九十][、和]$/.test(clause))
    return "none"; // 四、五类危桥
  if (scope !== "task" && /^[个项件大类]$/.test(found.value.unit) && ownTasks.test(behind)) return "none";
  if (/^[^,。;]{0,10}(?:任选其一|之一|中选|相结合|合一|统一$)/.test(behind)) return "none";
  return isHan && /(?:这|上述|以上|前|后|其他|其余|全国|全省)$/.test(clause) ? "none" : undefined;
};

const rules: readonly Rule[] = [inName, past, eligible, time, capacity, attribute, money, one, structure];
