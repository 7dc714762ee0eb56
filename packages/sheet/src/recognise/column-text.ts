import { squeeze } from "./heading.ts";
import { looksLikeOrgs, looksLikePlace } from "./org-word.ts";
import { looksLikeUnit } from "./unit-word.ts";

/** What a text in a column is; "nothing" where it is blank, or says that nothing can be reported. */
type TextKind = "nothing" | "percent" | "unit" | "date" | "amount" | "place" | "org" | "placeOrg" | "text";

/** A text as it counts for what its column is (列中一格文字). */
interface ColumnText {
  /** Without white space. */
  readonly text: string;
  readonly kind: TextKind;
  /** The number, where it is one of a few digits and nothing else. */
  readonly count: number | undefined;
  /** It says how far a figure may go: ≥50个, 不低于95%, 6500人以上. */
  readonly isBound: boolean;
  /**
   * What more is told of its kind: of a unit that it is a span of time, of a date that it may as well be a range or a
   * number, of an amount that it goes on in words, of any other text that it holds a figure.
   */
  readonly isFurther: boolean;
}

const amountText =
  /^[≥≤><约＞＜±+\-－不少低高超过于达到力争以]{0,6}[\d０-９][\d０-９,，.．]*(?:\s*[-—~～至]\s*[\d.]+)?\s*[万亿千百]?[^\d，。；]{0,8}$/;
const boundText =
  /^(?:[≥≤><＞＜≧≦]=?|不[低高少多超]于?过?|至少|控制在|达到?|力争)[^\d]{0,6}\d|\d[^\d]{0,5}(?:以[上下内]|之内)$/;
/** What is said where nothing can be reported tells nothing of the column. */
const notApplicable = /^(?:[-—–―－/／]+|不涉及)$/;
const told = /\d[\d,.]*[\u4e00-\u9fff]{4,}$/;
/** 1-2 may be a range, 25.3 a number; 6-30 is a day. */
const span = /^(?:\d{1,2}[-—–~～](?:[1-9]|1\d|2[0-7])|\d{1,3}[.．]\d{1,2})$/;
const unitOfTime = /^(?:[年季月旬周日天]|季度|半年|星期)$/;
const dateText =
  /^(?:20\d\d[年./-])?\d{1,2}[月./-](?:\d{1,2}日?)?(?:[上中下]旬|底|末|前|底前|末前|份)?$|^20\d\d[年./-]|^(?:长期|全年|常态化|持续推进|年底前?|年内|持续|\d{1,2}月底前?|X年底前?)$/;

/** Longer texts are sentences: each is another, and they are not kept. */
const longest = 40;
const mostKept = 20_000;
const known = new Map<string, ColumnText>();

/**
 * What one text is (看一格文字): the same come again in row after row and sheet after sheet, and each is looked at once.
 * @example textOfColumn("不低于95%").isBound // true
 */
export function textOfColumn(value: string): ColumnText {
  const before = known.get(value);
  if (before) return before;
  const found = lookAt(value);
  if (value.length > longest) return found;
  if (known.size >= mostKept) known.clear();
  known.set(value, found);
  return found;
}

function lookAt(value: string): ColumnText {
  const text = squeeze(value);
  const kind = kindOf(value, text);
  return {
    text,
    kind,
    count: /^\d{1,4}$/.test(text) ? Number(text) : undefined,
    isBound: text.length <= 20 && boundText.test(text),
    isFurther: further[kind]?.test(text) ?? /\d/.test(text),
  };
}

const further: Readonly<Partial<Record<TextKind, RegExp>>> = { unit: unitOfTime, date: span, amount: told };

function kindOf(value: string, text: string): TextKind {
  if (text === "" || notApplicable.test(text)) return "nothing";
  if (text.length > longest) return looksLikeOrgs(value) ? "org" : "text";
  if (/^[-+]?[\d.,]+[%％]$/.test(text)) return "percent";
  if (looksLikeUnit(text) || isGlossedUnit(value)) return "unit";
  if (dateText.test(text)) return "date";
  if (amountText.test(text)) return "amount";
  const place = looksLikePlace(text);
  // A place is read as an org as well, unless spaces part its name.
  if (looksLikeOrgs(value)) return place ? "placeOrg" : "org";
  return place ? "place" : "text";
}

/** 万美元 10k USD, persons 人: a unit in two languages. */
function isGlossedUnit(value: string): boolean {
  if (!/[A-Za-z]/.test(value)) return false;
  const found = glossed.exec(value.trim());
  const unit = found?.[1] ?? found?.[2];
  return unit !== undefined && looksLikeUnit(unit);
}

const glossed =
  /^([\u4e00-\u9fff/]{1,8})[\s(（/]+[0-9A-Z][A-Z0-9 .,/²³]*[)）]?$|^[0-9A-Z][A-Z0-9 .,/²³]*[\s(（/]+([\u4e00-\u9fff/]{1,8})[)）]?$/i;
