import type { Column } from "../table.ts";
import type { TableView } from "./subject.ts";

/** The columns of sources, and the column that must equal them (资金来源各列). */
export interface FundingColumns {
  readonly total: Column;
  readonly sources: readonly Column[];
}

const isTotal = (column: Column): boolean =>
  /^(?:合计|小计|总额|总计|资金合计|资金总额|总投资)/.test(column.path.at(-1) ?? "");

/** The columns under one heading 资金来源. */
export function underHeading(view: TableView): FundingColumns | undefined {
  const groups = new Map<string, Column[]>();
  for (const column of view.columnsOf("funding")) {
    const above = column.path.slice(0, -1).join("·");
    if (!/资金来源|资金构成|资金筹措|投资来源|投资构成|来源构成/.test(above)) continue;
    groups.set(above, [...(groups.get(above) ?? []), column]);
  }
  for (const columns of groups.values()) {
    const own = columns.find(isTotal);
    const sources = columns.filter((column) => column !== own && !/其中/.test(column.path.join("")));
    const total = own ?? view.columnsOf("investmentTotal")[0];
    if (total && sources.length > 1) return { total, sources };
  }
  return undefined;
}

const source =
  /^(?:申请|争取)?(?:中央|国家|国债|上级|省|市|区|县|镇|乡|村|街道|地方|本级|财政|企业|单位|业主|群众|社会|银行|专项|自筹|自有|其他|其它|配套|贷款|债券|捐赠)/;
const notSource = /年|计划|完成|到位|累计|拨付|下达|支出|收入/;
const first = /中央|国家|国债|上级|省/;
const last = /自筹|自有|其他|其它|社会|贷款/;

/**
 * Columns of sources without a heading over them, beside a total: 总投资｜中央资金｜省级资金｜自筹资金. They may be some of
 * the sources only, so a row in which they make up the total must show that they are all; or they run from the top of
 * government to 自筹 or 其他, right beside the only total.
 */
export function besideTotal(
  view: TableView,
  agreeing: (total: Column, sources: readonly Column[]) => number,
): FundingColumns | undefined {
  if (!view.has("funding")) return undefined;
  const sources = view.table.columns.filter(isSource);
  const gap = sources.some(({ index }, at) => at > 0 && index !== (sources[at - 1]?.index ?? 0) + 1);
  if (sources.length < 2 || gap) return undefined;
  const totals = [
    ...view.columnsOf("funding").filter(isTotal),
    ...view.columnsOf("investmentTotal"),
    ...view.columnsOf("investmentPlan"),
  ];
  const [best] = totals
    .map((total) => ({ total, rows: agreeing(total, sources) }))
    .sort((one, other) => other.rows - one.rows);
  if (!best) return undefined;
  const whole = first.test(wordOf(sources[0])) && last.test(wordOf(sources.at(-1)));
  const beside = best.total.index === (sources[0]?.index ?? 0) - 1 && totals.length === 1;
  return best.rows > 0 || (whole && beside) ? { total: best.total, sources } : undefined;
}

const wordOf = (column: Column | undefined): string => (column?.path.at(-1) ?? "").replace(/^其中[:：]?/, "");

function isSource(column: Column): boolean {
  const word = wordOf(column);
  const told =
    column.field === "funding" || (column.field === "other" && /^其中/.test(column.path.at(-1) ?? ""));
  return (
    told &&
    word.length <= 10 &&
    source.test(word) &&
    !notSource.test(column.path.join("")) &&
    !isTotal(column)
  );
}
