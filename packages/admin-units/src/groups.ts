import type { Day } from "./day.ts";
import type { Division } from "./division.ts";
import { childrenOf, divisionIndex, entryOn, lineOf } from "./divisions.ts";

/** A name for several units at once (集合称谓). */
export interface Group {
  readonly kind: "townships" | "divisions" | "departments" | "bodies";
  /** The endings of the divisions it means, where it says so. */
  readonly endings?: readonly string[];
  /** Of 各设区市: only those at the level of prefectures. */
  readonly prefectures?: boolean;
  /** What else it names that no list tells: 开发区, 园区, 场. */
  readonly besides?: string;
  /** Where it is certain which units it means; 相关办事处 leaves it open. */
  readonly open: boolean;
}

const government = "(?:人民政府|政府|党委政府|党委|办事处|管委会)?";
const tail = "(?:等)?";

const townshipGroup = new RegExp(
  `^(?:[区市县]内)?各个?(?:涉农)?[乡镇街](?:道|乡|镇|街|办|事|处)*(?:\\([乡镇街道办事处开发区园社管委会场、]{1,12}\\))?${government}(?:、?(?:街道办事处|街道|管委会|开发区))?${tail}$|^各办事处$`,
);

const divisionGroup = new RegExp(
  `^各(?:个)?(市、县(?:\\(市?、?区\\)|区)?|区县市|县市区|市县区|区市县|县区市|县区|区县|市县|县市|市州|州市|市区|区市|旗县区|旗县市区|旗县|县|区|市|旗|州|盟市|省|(?:县|区|市|旗|旗县|市州|盟市|区县|省)\\([县市区、旗州自治特辖兵团地盟新]+\\)(?:[县市区])?)${government}${tail}$`,
);

// 各设区市, 各地级以上市, 各地州市, 各地（州、市）
const prefectureGroup = new RegExp(
  `^各(?:设区的?市|地级以上市|地级市|地州市|州市地|地市州|地市|地、?州、?市|地\\([市州盟、]+\\)|市\\(地[、州盟]*\\)|市地)${government}${tail}$`,
);

// what is spoken of in the plural
const noun =
  "(?:部门|单位|机关|委办局|部委办局|局办|局|委|科室|站所|企业|国有企业|国企|平台公司|学校|高校|银行|金融机构|医疗机构|医疗卫生机构|卫生院|运营商|通信运营商|人民团体|群团组织|民主党派|事业单位|企事业单位|派出所|司法所|养老机构|物业企业|物业公司|工作组|专班|指挥部|医院|村|社区|村社区|村居|街道|乡镇|镇街|街乡|街镇|办事处|街道办事处|镇|乡|区县|县区|县市区|县|区|园区|开发区|功能区|产业集聚区|管委会|地方|责任主体)(?:[和及、]?单位)?(?:\\([^()]{1,12}\\))?";
const kindsOf =
  "(?:相关|有关|责任|牵头|配合|成员|参与|职能|行业|主管|直属|业务|党政|涉及|联系|帮扶|项目|建设|[区市县省州][直级属])*";

const openGroups: readonly RegExp[] = [
  // 各有关部门, 区直各部门, 其他责任单位
  new RegExp(
    `^(?:[区市县省州旗全](?:直|级|政府|委|内|属|区|市|县)?)?(?:各|有关|相关|所有|其他|其它|全部|全体)+${kindsOf}${noun}$`,
  ),
  // 区直部门, 市属企业
  /^[区市县省州旗][直级属](?:部门|单位|机关|企业|国有企业|国企|平台公司)(?:单位|部门)?$/,
  // 综治委各成员单位, 区建设局下属单位
  /^.{2,20}(?:成员单位|下属单位|所属单位|直属单位|二级单位|所属学校|各科室|各成员|下属各单位)$/,
  // 区民政局等部门
  /^.{2,40}等(?:有关|相关)?(?:部门|单位)$/,
  // 驻区各单位, 中省直单位, 各园区管委会
  /^驻.{1,4}?(?:各|有关|相关|中省直|中央|省属|部省属)*(?:单位|部门|机构|企业|高校|部队|机关)$/,
  /^(?:中|省|部|中省|省市|中省市)直(?:驻.{1,3}?)?(?:各|有关|相关)*(?:部门|单位|机关|企业)$/,
  /^(?:各|有关|相关)(?:类|产业|工业|开发|高新|经开|功能|旅游)*(?:园区|区|新区|景区)(?:\([^()]{1,12}\))?管委会$/,
  // 各级各部门, 各乡镇街道党（工）委, 各师市
  /^(?:全?[区市县省州旗])?各级(?:各)?(?:部门|单位|机关|党委|政府|党组织|党委政府)+$/,
  /^各.{0,8}党(?:\(工\)|工)?委$/,
  /^各师市?$|^各(?:中小学校?|中小学幼儿园|幼儿园|高等院校|大中专院校|乡镇场|镇场|乡镇\(场\))$/,
  // 属地政府
  /^(?:属地|所在地|辖区)(?:政府|人民政府|乡镇|街道|镇街|街乡|乡镇政府|街道办事处)$/,
  // 南关区相关街道
  new RegExp(`^.{1,12}(?:相关|有关)${kindsOf}${noun}$`),
];

/** The group that a key names, if it names one. */
export const readGroup = (key: string): Group | undefined => {
  if (key.length > 40 || !groupLetters.test(key)) return undefined;
  if (townshipGroup.test(key)) {
    const besides = /开发区|园区|管委会|社区|场/.exec(key)?.[0];
    return { kind: "townships", open: false, ...(besides === undefined ? {} : { besides }) };
  }
  if (prefectureGroup.test(key))
    return { kind: "divisions", endings: ["市", "州", "盟", "地区"], prefectures: true, open: false };
  const divisions = divisionGroup.exec(key)?.[1];
  if (divisions !== undefined)
    return {
      kind: "divisions",
      endings: [...new Set(divisions.replace(/[^省市县区旗州盟]/g, ""))],
      open: false,
    };
  if (openGroups.some((pattern) => pattern.test(key)))
    return { kind: /部门|单位|局|委|机关/.test(key) ? "departments" : "bodies", open: true };
  return undefined;
};

// cheap look before the patterns
const groupLetters = /[各相有直级属所其全等员下驻]/;

/** The members of a group of divisions on a day; undefined where they cannot be told. */
export const membersOf = (group: Group, on: Day, within?: string): Division[] | undefined => {
  if (group.open || within === undefined || group.kind !== "divisions") return undefined;
  const endings = group.endings ?? [];
  const self = entryOn(divisionIndex().byCode.get(within) ?? [], on);
  if (self === undefined || self.level === "county") {
    // 各区县 in a county's paper are not its own
    return undefined;
  }
  const means = (division: Division): boolean => endings.some((ending) => division.name.endsWith(ending));
  const below = childrenOf(self.code, on);
  if (group.prefectures === true)
    return self.level === "province"
      ? nonEmpty(below.filter((one) => means(one) && one.level === "prefecture"))
      : undefined;
  if (self.level === "prefecture") return nonEmpty(below.filter(means));
  // a province's 各县区 are two steps below, its 各市州 one
  const counties = endings.some((ending) => "县区旗".includes(ending));
  // 各市县, 各市、县（区） leave open whether the cities are those of the level of counties
  if (counties && endings[0] === "市") return undefined;
  if (!counties) return nonEmpty(below.filter((one) => means(one) && one.level === "prefecture"));
  return nonEmpty(
    below.flatMap((one) => (one.level === "county" ? [one] : childrenOf(one.code, on))).filter(means),
  );
};

const nonEmpty = <T>(list: T[]): T[] | undefined => (list.length > 0 ? list : undefined);

/** The county in whose paper a group of townships stands. */
export const countyOf = (within: string | undefined, on: Day): Division | undefined => {
  if (within === undefined) return undefined;
  const self = entryOn(divisionIndex().byCode.get(within) ?? [], on);
  if (self === undefined) return undefined;
  // 东莞 and its like have towns and no counties
  if (self.level === "prefecture" && childrenOf(self.code, on).length === 0) return self;
  return lineOf(self, on).find((one) => one.level === "county");
};
