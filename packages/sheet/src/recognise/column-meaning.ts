import { looksLikeDivision } from "@taizhang/admin-units";
import { amountFields, type Field, rateFields } from "../field.ts";
import type { Evidence } from "../table.ts";
import type { ColumnData } from "./column-data.ts";
import { areStates, fieldOfHead, isState, tellsDeeds } from "./head-noun.ts";
import type { Heading } from "./heading.ts";
import type { HeadingMeaning } from "./heading-meaning.ts";

/** A column on the way to its meaning. */
export interface Draft {
  readonly index: number;
  readonly path: readonly Heading[];
  readonly data: ColumnData;
  heading: HeadingMeaning;
  field: Field;
  confidence: number;
  evidence: Evidence[];
}

const orgFields: ReadonlySet<Field> = new Set<Field>(["lead", "support", "reporter", "division"]);
const figureFields: ReadonlySet<Field> = new Set<Field>([...amountFields, ...rateFields]);

/** What these columns name may well end in 社区 or 中心. */
const namedThings: ReadonlySet<Field> = new Set<Field>([
  "program",
  "task",
  "indicator",
  "definition",
  "acceptance",
  "targetSource",
  "problem",
  "evidence",
]);

/** The lowest heading that says anything: beneath merged ones some are blank. */
export function leafOf({ path }: Pick<Draft, "path">): Heading | undefined {
  const last = path.at(-1);
  return last?.name === "" ? path.findLast(({ name }) => name !== "") : last;
}
/** The heading above it, if any says something. */
export function parentOf({ path }: Pick<Draft, "path">): Heading | undefined {
  if (path.length < 2) return undefined;
  const leaf = path.findLastIndex(({ name }) => name !== "");
  return leaf < 1 ? undefined : path.findLast(({ name }, at) => at < leaf && name !== "");
}
export const leafName = (draft: Pick<Draft, "path">): string => leafOf(draft)?.name ?? "";

/** The share of the filled cells that are of a kind. */
export const share = (count: number, data: ColumnData): number =>
  data.filled === 0 ? 0 : count / data.filled;
export const numeric = (data: ColumnData): boolean => share(data.numbers + data.amounts, data) >= 0.5;
export const wordy = (data: ColumnData): boolean => data.filled > 0 && share(data.texts, data) > 0.5;

/** The words say nothing of the column, or only the heading above it does; and nothing else has named it yet. */
export const isOpen = ({ field, heading, evidence }: Draft): boolean =>
  evidence.length <= 1 &&
  evidence[0]?.rule !== "corrected" &&
  (heading.field === undefined ? field === "other" : heading.evidence[0]?.rule === "group");

/** As `isOpen`; and words that only say of what kind of work the figure is (交办, 销号), where figures are compared. */
export const isLoose = (draft: Draft): boolean =>
  isOpen(draft) ||
  (draft.field === "other" &&
    draft.evidence.length === 1 &&
    draft.evidence[0]?.rule === "parts" &&
    /交办|销号|入库|应报|已报/.test(draft.path.at(-1)?.name ?? ""));

/** Settles a column by its words and the data below it together. */
export function settle(draft: Draft): void {
  const { heading, data } = draft;
  draft.field = heading.field ?? "other";
  draft.confidence = heading.confidence;
  draft.evidence = [...heading.evidence];
  if (areUnits(draft)) become(draft, "unit", 0.9, "dataUnits");
  else {
    bySheetOfOrgs(draft);
    byKindOfData(draft);
  }
  if (heading.field === undefined) byDataAlone(draft);
  if (data.filled === 0 && draft.confidence === 1) draft.confidence = 0.95;
}

/** Units of measure and nothing else are a column of units, whatever stands over it. */
const areUnits = ({ field, data }: Draft): boolean =>
  field !== "unit" && data.filled >= 2 && data.units === data.filled && data.timeUnits < data.units;

/** 单位 is an organisation or a unit of measure; and a column of 区…局 is an org column whatever its header says. */
function bySheetOfOrgs(draft: Draft): void {
  const { data, heading } = draft;
  const name = leafName(draft);
  if (name === "单位" || name === "单位名称" || name === "部门" || name === "部门名称") {
    if (share(data.units, data) >= 0.5) become(draft, "unit", 0.97, "dataUnits");
    else if (share(data.places, data) >= 0.5) become(draft, "division", 0.95, "dataPlaces");
    else if (areKnownDivisions(data)) become(draft, "division", 0.9, "knownDivisions");
    else if (heading.field === undefined || name.startsWith("单位"))
      become(
        draft,
        heading.field && orgFields.has(heading.field) ? heading.field : "lead",
        data.orgs > 0 ? 0.95 : 0.7,
        "dataOrgs",
      );
    return;
  }
  // 省级 | 市县 over amounts: what they give, and no place.
  if (orgFields.has(draft.field) && data.filled > 1 && data.numbers === data.filled && !data.counting) {
    become(draft, "other", 0.5, "dataNumbers");
    return;
  }
  if (data.filled < 2 || share(data.orgs, data) < 0.8) return;
  if (orgFields.has(draft.field)) {
    const role = /牵头|责任|主办|承办|配合|协[办同作助]|参[与加]|联动|填报|报送|考核/.test(name);
    if (share(data.places, data) >= 0.8 && !role) become(draft, "division", 0.9, "dataPlaces");
    return;
  }
  if (namedThings.has(draft.field)) return;
  // 数据来源 over 县统计局: a heading that we know to be none of the responsible.
  if (heading.field === "other" && heading.evidence[0]?.rule === "word") return;
  become(draft, share(data.places, data) >= 0.6 ? "division" : "lead", 0.75, "dataOrgs");
}

/** 东坡, 仁寿: divisions by their short names. Only asked where the words say nothing, for it opens the directory. */
export const areKnownDivisions = (data: ColumnData): boolean =>
  data.filled >= 2 &&
  share(data.texts, data) > 0.9 &&
  data.samples.length >= Math.min(12, data.texts) &&
  data.samples.filter(looksLikeDivision).length >= data.samples.length * 0.8;

/** Words such as 完成情况 or 目标任务 name a number or a text; the data says which. */
function byKindOfData(draft: Draft): void {
  const { data, field, path } = draft;
  const name = leafName(draft);
  const percents = share(data.percents, data) >= 0.5;
  if ((field === "progress" || field === "actualCumulative") && offersStates(path.at(-1)?.full ?? "", name))
    become(draft, "status", 0.85, "statesToChoose");
  else if (field === "progress" && numeric(data))
    become(
      draft,
      percents || /率|比例|%/.test(path.at(-1)?.full ?? "") ? "completion" : "actualCumulative",
      0.9,
      "dataNumbers",
    );
  else if ((field === "actualCumulative" || field === "actualPeriod") && wordy(data)) {
    // Numbers typed among texts under 累计完成 are figures; under 完成情况 they may be anything.
    if (
      !asksForNumbers(draft) ||
      (data.numbers + data.amounts === 0 && data.filled > 1 && !areMistyped(data))
    )
      become(draft, "progress", field === "actualPeriod" ? 0.8 : 0.85, "dataTexts");
    else draft.confidence = Math.min(draft.confidence, 0.7);
  } else if (field === "fundingSource" && numeric(data)) become(draft, "funding", 0.9, "dataNumbers");
  else if (field === "stage" && numeric(data))
    become(draft, percents ? "stage" : "stage", draft.confidence, "dataNumbers");
  else if (
    (field === "task" || field === "indicator") &&
    numeric(data) &&
    !data.counting &&
    /任务|指标|目标/.test(name)
  )
    become(draft, "target", 0.85, "dataNumbers");
  else if (field === "target" && data.dates > data.spans && share(data.dates - data.spans, data) >= 0.8)
    become(draft, "deadline", 0.7, "dataDates");
  else if (
    (field === "definition" || field === "acceptance") &&
    share(data.dates, data) >= 0.8 &&
    data.filled > 1
  )
    become(draft, "deadline", 0.7, "dataDates");
  // 实际完成日: the day on which it was done is no figure. 5/10 under 累计完成 is five of ten.
  else if (
    measured.has(field) &&
    share(data.dates - data.spans - (/累计|数$/.test(name) ? data.fractions : 0), data) >= 0.6
  )
    become(draft, "other", 0.7, "dataDates");
  // 实际竣工 over 65, 50: how much was completed, and not when.
  else if (field === "other" && /^实际(?:竣工|完工)$/.test(name) && numeric(data) && data.dates === 0)
    become(draft, "actualCumulative", 0.8, "dataNumbers");
  // 开工（公里） | 完工（公里）: counts of what was begun and done, no days.
  else if (
    (field === "start" || field === "deadline") &&
    data.numbers > 0 &&
    data.dates === 0 &&
    numeric(data) &&
    path.some(({ unit }) => unit !== undefined && !/[年月天日]/.test(unit))
  )
    become(draft, field === "start" ? "other" : "actualCumulative", 0.75, "dataNumbers");
  // 指标性质 over ≥ ＝ ≤: which way the target holds.
  else if (field === "kind" && areSigns(data)) become(draft, "direction", 0.9, "dataSigns");
  else if (field === "id" && data.counting && name === "编号" && draft.index <= 1)
    become(draft, "seq", 0.9, "dataCounting");
  else if (field === "indicator" && numeric(data) && !data.counting)
    become(draft, "target", 0.75, "dataNumbers");
  else if ((field === "completion" || field === "actualCumulative") && areStates(data))
    become(draft, "status", 0.85, "dataStates");
  else if (field === "status" && !name.startsWith("是否") && tellsDeeds(data))
    become(draft, "progress", 0.8, "dataTexts");
  else if (figureFields.has(field) && wordy(data) && !["target", "node", "stretch"].includes(field))
    draft.confidence = Math.min(draft.confidence, 0.7);
  else if (percents && field === "actualCumulative" && /进度/.test(name))
    become(draft, "completion", 0.85, "dataPercents");
}

/** 完成情况（已完成/推进中/未启动）, 完成情况（√）: the heading lists what may be chosen. */
const offersStates = (full: string, name: string): boolean => {
  const aside = full.slice(name.length);
  return (
    aside.length > 0 && (/^(?:打)?[√✓×]/.test(aside) || aside.split(/[/、,|或]/).filter(isState).length > 1)
  );
};

const measured: ReadonlySet<Field> = new Set<Field>([
  "baseline",
  "actualPeriod",
  "actualCumulative",
  "actualLastCumulative",
  "actualLastYear",
  "completion",
]);

/** The heading is a word for an amount (累计完成, 完成数) and says nothing of a situation. */
const asksForNumbers = ({ heading, path }: Draft): boolean =>
  heading.confidence >= 0.9 && !/情况|进展|进度|成效|状况|内容/.test(path.at(-1)?.name ?? "");

/** 2O5, l2 and their like: figures that somebody typed wrong, and no words. */
const areMistyped = ({ samples, texts }: ColumnData): boolean =>
  samples.length === texts && samples.every((text) => /^[\dOoIl.,，]*\d[\dOoIl.,，]*$/.test(text));

const sign = /^(?:[≥≤＝=><＞＜≧≦]+|>=|<=|正向|逆向|反向|负向|正指标|逆指标|越高越好|越低越好|定性)$/;

/** Signs of comparison and nothing else; 定性 may stand among them. */
const areSigns = ({ samples, filled }: ColumnData): boolean =>
  samples.length > 0 &&
  samples.length >= Math.min(12, filled) &&
  samples.every((text) => sign.test(text)) &&
  samples.some((text) => text !== "定性");

/** A column without any known word. */
function byDataAlone(draft: Draft): void {
  const { data } = draft;
  if (draft.field !== "other") return;
  if (data.filled >= 2 && data.counting && share(data.numbers + data.amounts, data) > 0.7)
    become(draft, "seq", 0.6, "dataCounting");
  else if (data.filled >= 2 && areSigns(data)) become(draft, "direction", 0.75, "dataSigns");
  else if (data.filled >= 2 && share(data.units, data) >= 0.8) become(draft, "unit", 0.75, "dataUnits");
  else if (data.filled >= 2 && share(data.places, data) >= 0.6) become(draft, "division", 0.7, "dataPlaces");
  else if (data.filled >= 2 && share(data.orgs, data) >= 0.6) become(draft, "lead", 0.65, "dataOrgs");
  else if (areKnownDivisions(data)) become(draft, "division", 0.65, "knownDivisions");
  else if (areStates(data)) become(draft, "status", 0.7, "dataStates");
  else {
    const head = fieldOfHead(leafName(draft), data);
    if (head) become(draft, head, 0.65, "lastWord");
    else draft.confidence = 0.3;
  }
}

export function become(draft: Draft, field: Field, confidence: number, rule: string): void {
  draft.field = field;
  draft.confidence = confidence;
  draft.evidence = [...draft.evidence, { rule, saw: draft.path.at(-1)?.shown ?? "" }];
}
