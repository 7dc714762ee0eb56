import { boundBehind } from "./bound.ts";
import { isDigit } from "./numeral.ts";
import type { Part } from "./part.ts";
import type { NoQuantity } from "./why-no-quantity.ts";

/** A numeral with its surroundings, as `quantityAt` has read them. */
interface Candidate {
  readonly at: number;
  readonly first: Part;
  readonly last: Part;
  readonly range: boolean;
}

/** Why a number in a text is no quantity, and where to read on; undefined where nothing speaks against it. */
export function reasonAgainst(
  text: string,
  { at, first, last, range }: Candidate,
): { reason: NoQuantity; end: number } | undefined {
  const reason =
    reasonBefore(text, at, first) ??
    calendarReason(text, at, first, last) ??
    (last.unit ? reasonOfUnit(text, at, first, last, range) : reasonBehind(text, last.end));
  if (!reason) return undefined;
  const rest = reason === "date" || reason === "time" || reason === "ratio" ? calendarRest : undefined;
  return { reason, end: last.end + (rest?.exec(text.slice(last.end, last.end + 30))?.[0].length ?? 0) };
}

/** The rest of a date or time behind its first number: 年10月25日 of 2016年10月25日, but not the 5 of 2016年5个. */
const calendarRest =
  /^(?:[-:/.]\d{1,4}|[年月日号时点分]|\d{1,2}(?=[月日号时点分:])|[-—–~至到]\d{1,4}(?=[年月日]))*/;

/** What stands right before the number. */
function reasonBefore(text: string, at: number, { unit }: Part): NoQuantity | undefined {
  const before = text.charAt(at - 1);
  if (before === "第") return "ordinal";
  if (before === "每") return "name"; // 每1千人
  // PM2.5, but GDP350亿元
  if (/[A-Za-z]/.test(before) && !/^(?:money|ratio)$/.test(unit?.dimension ?? "")) return "name";
  if (/^0\d/.test(text.slice(at, at + 2))) return "code"; // 0431-85123456
  if (before === "." || before === "/") return "numbering";
  if (/[[〔【]/.test(before) && /^[\d]{4}[\]〕】]/.test(text.slice(at, at + 5))) return "code"; // 教[2009]27号
  return isChinese(text, at) && /[统单唯同之周期专万九]/.test(before) ? "name" : undefined; // 统一, 唯一, 星期一
}

/** Days, months, hours and ratios. */
function calendarReason(text: string, at: number, first: Part, last: Part): NoQuantity | undefined {
  const { end } = first.number;
  const year = /^(?:19|20)\d\d$|^[一二][〇零○一二三四五六七八九]{3}$/.test(text.slice(at, end));
  const mark = text.charAt(end);
  const next = text.slice(end, end + 3);
  if (/^[:：]\d/.test(next)) return /^:[0-5]\d/.test(next) ? "time" : "ratio";
  if (/^\/\d/.test(next) && !text.startsWith("/10万", end)) return year ? "date" : "ratio"; // 12/10万
  if (
    year &&
    (mark === "年" || /^[-.]\d/.test(next) || /^[-—–~至到](?:19|20)\d$/.test(text.slice(end, end + 4)))
  )
    return "date";
  const behind = text.charAt(last.end);
  if (last.unit)
    return last.unit.unit === "年" && /^(?:19|20)\d\d$/.test(text.slice(last.number.end - 4, last.number.end))
      ? "date"
      : undefined;
  if (behind === "月" || behind === "日" || behind === "季" || behind === "旬") return "date";
  return behind === "时" || behind === "点" ? "time" : undefined;
}

/** Letters behind a unit that make another word of it: 3名工程, 5部门, 2处理. */
const otherWord: Readonly<Record<string, RegExp>> = {
  名: /[工校医院师]/,
  部: /[门分署队委曲]/,
  处: /[理置罚分]/,
  家: /[庭长具乡园]/,
  所: /[有以属在需]/,
  条: /[例龙心款]/,
  台: /[湾账县区山]/,
  件: /事/,
  人: /[民大员才均]/,
  户: /[籍口外型]/,
  个: /[人体性别]/,
  分: /[之别类批钟]/,
  起: /来/,
  番: /[茄禺事作心]/,
  次: /[性日年全会]/,
  层: /[次面]/,
  种: /[植子养]/,
  组: /[织建]/,
  队: /伍/,
  对: /[口于象接]/,
  间: /[接断]/,
  元: /[素旦]/,
  成: /[立效果功员]/,
  倍: /增/,
  批: /[准复评]/,
  类: /[别似]/,
  本: /[级市区地县]/,
  支: /[持付部撑]/,
  道: /[路区]/,
  例: /[如外]/,
  方: /[面案便式向]/,
  届: /[时满]/,
  张: /网/,
  眼: /前/,
  面: /[向对]/,
  门: /[诊口]/,
  期: /[间限末]/,
  头: /[等号]/,
  座: /谈/,
};

/** What the unit and the words behind it say. */
function reasonOfUnit(
  text: string,
  at: number,
  first: Part,
  last: Part,
  range: boolean,
): NoQuantity | undefined {
  const unit = last.unit?.unit ?? "";
  const behind = text.charAt(last.end);
  if (unit === "个" && behind === "点" && !/[位上多]/.test(text.charAt(last.end + 1)))
    return "percentOrPoints";
  const printed = text.slice(last.number.tail, last.end).trim();
  if ((otherWord[printed] ?? otherWord[unit])?.test(behind) && !boundBehind(text, last.end)) return "name";
  if (unit === "期" && range) return "name"; // 1-2期: of a building site
  if (/^[项条款点]$/.test(unit) && first.number.printedPlaces && first.number.value.includes("."))
    return "numbering";
  if (!isChinese(text, at)) return undefined;
  const word = text.slice(at, first.number.end);
  if (word === "二" && first.unit?.dimension === unit) return "name"; // of things one says 两
  if (/^[零〇○]$/.test(word) && !/[为是到于]$/.test(text.slice(Math.max(0, at - 1), at))) return "name"; // 零部件, 零距离
  if (
    word === "一" &&
    /[上下每那整新当次往]/.test(text.charAt(at - 1)) &&
    /^(?:年|周|天|个季度|个月)$/.test(unit)
  )
    return "name"; // 上一年
  if (unit === "期" && word !== "两") return "name"; // 一期工程
  if (unit === "届") return "ordinal"; // 十八届
  if (unit === "番") return /翻了?$/.test(text.slice(Math.max(0, at - 2), at)) ? undefined : "name"; // 一番
  return word === "一" && (behind === "一" || unit === "批") ? "name" : undefined; // 一户一策, 一批
}

/** What stands behind a number without unit. */
function reasonBehind(text: string, end: number): NoQuantity | undefined {
  const behind = text.charAt(end);
  if (behind === "号" || behind === "#") return "name"; // 8号线, 1-2号楼
  if (/[A-Za-z]/.test(behind)) return "lookalike";
  if (behind === "%" || behind === "‰") return undefined;
  return /^[-.]\d/.test(text.slice(end, end + 2)) ? "code" : undefined;
}

const isChinese = (text: string, at: number): boolean => !isDigit(text, at);
