import { zone } from "./group-label.ts";

/** A zone that another place holds, and the figure of it that the remark names: 其中净月开发区50人. */
export interface Holding {
  readonly part: string;
  readonly whole: string;
  readonly figure?: number;
}

/** What a remark says of zones: which another place holds, or of which it leaves that open (说明所指的开发区). */
export interface HeldRemark {
  readonly holdings: readonly Holding[];
  readonly unclear: readonly string[];
  /** True where it is to be asked: places are named, and no word says that they stand apart. */
  readonly isOpen: boolean;
}

const speaks = /含|包括|其中|计入|计在|计算在|统计在|合并|纳入|并入|归入|单列/;
const denies = /不|未|除|单列|剔|扣/;
const separator = "[、,，;；。]";
const all = "(?:的?(?:全部|所有|各项)?(?:数据|数字|数))?(?:均|都|全部|已经?)*";
const places = "‹\\d+›(?:[、和及与]‹\\d+›)*";
const into =
  "(?:(?:包含|含|统计|计算|合并)(?:在|于|到|入)|计(?:入|在)|纳入|并入|归入)(‹\\d+›)(?:的?(?:数据|数字|数))?(?:之?[内中里])?(?:统计)?";
const holds = `(?:其中(?:包含|包括|含)?|包含|包括|含有?)[:：]?(${places})(?:的?(?:数据|数字|数))?(?:在?内)?(?:(\\d[\\d.]*)[^\\d、,，;；。]{0,2})?`;
const statement = new RegExp(`(?:(${places})?${all}${into}|(‹\\d+›)?${all}${holds})(?:${separator}+|$)`, "y");

/**
 * What the whole of a remark says, all its clauses together. Any word more than these leaves it open: 去年, 部分, 目标任务.
 * @example heldIn("数据含在南关区内", ["南关区", "净月开发区"], "净月开发区").holdings // [{ part: "净月开发区", whole: "南关区" }]
 */
export function heldIn(text: string, names: readonly string[], self: string | undefined): HeldRemark {
  const none = { holdings: [], unclear: [], isOpen: false };
  if (!speaks.test(text)) return none;
  const known = [...names].sort((a, b) => b.length - a.length);
  const coded = known.reduce((rest, name, at) => rest.replaceAll(name, `‹${at}›`), text);
  const namesIn = (codes: string | undefined) =>
    [...(codes ?? "").matchAll(/‹(\d+)›/g)].flatMap(([, at]) => known[Number(at)] ?? []);
  const named = namesIn(coded);
  const zones = [self, ...named].filter((name) => name !== undefined).filter((name) => zone.test(name));
  if (zones.length === 0) return none;
  const holdings = plainly(coded.replace(/^(?:注|备注|说明)[:：]/, ""), namesIn, self);
  return holdings
    ? { holdings, unclear: [], isOpen: false }
    : { holdings: [], unclear: zones, isOpen: !denies.test(text) && named.some((name) => name !== self) };
}

/** The holdings where all of the text states such, of zones alone; else undefined. */
function plainly(
  coded: string,
  namesIn: (codes: string | undefined) => readonly string[],
  self: string | undefined,
): Holding[] | undefined {
  const found: Holding[] = [];
  statement.lastIndex = 0;
  while (statement.lastIndex < coded.length) {
    const [, subjects, into, holder, held, figure] = statement.exec(coded) ?? [];
    const [whole = self] = namesIn(into ?? holder);
    const parts = into === undefined ? namesIn(held) : subjects === undefined ? [self] : namesIn(subjects);
    if (whole === undefined || parts.length === 0) return undefined;
    for (const part of parts) {
      if (part === undefined || part === whole || !zone.test(part)) return undefined;
      found.push({ part, whole, ...(figure === undefined ? {} : { figure: Number(figure) }) });
    }
  }
  return found;
}
