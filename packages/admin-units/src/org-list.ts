import { departmentIndex, departmentKey } from "./departments.ts";
import { nameKey } from "./name-key.ts";
import { isOrgName } from "./org-name.ts";

/** One name of a list, as an exact piece of the text. */
export interface OrgListPart {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const separators = new Set("、，,；;/／|｜\n\r\t。");
const opening = "（([【〔《<";
const closing = "）)]】〕》>";
const numbering = /[①-⑳]|\d{1,2}[.．、](?!\d)/y;

/** The stretches between separators and numbers that stand outside brackets. */
const stretches = (text: string): { start: number; end: number }[] => {
  const found: { start: number; end: number }[] = [];
  let depth = 0;
  let start = 0;
  let at = 0;
  while (at < text.length) {
    const letter = text.charAt(at);
    let size = 1;
    let parts = depth === 0 && separators.has(letter);
    if (opening.includes(letter)) depth += 1;
    else if (closing.includes(letter)) depth = Math.max(0, depth - 1);
    else if (depth === 0 && !/\d/.test(text.charAt(at - 1))) {
      numbering.lastIndex = at;
      const number = numbering.exec(text)?.[0];
      if (number !== undefined) {
        parts = true;
        size = number.length;
      }
    }
    if (parts) {
      found.push({ start, end: at });
      start = at + size;
    }
    at += size;
  }
  found.push({ start, end: text.length });
  return found;
};

const label = /^\s*(?:[牵责配协主承参落][头任合办与实](?:单位|部门)|数据报送单位)\s*[:：]\s*/;
const trailing =
  /(?:等(?:有关|相关|各)?(?:部门和单位|成员单位|部门|单位)?|按照?(?:各自)?(?:职责|职能|任务)(?:分工)?(?:分别)?(?:负责|落实|配合)?|[\s”"』」])$/;
const leading = /^[\s“"『「]+/;
const duty = /(?:牵头|负责|配合|主办|协办|承办|落实)$/;

/** The stretch without its label, blanks and 等 at its end, and the duty after a name (教育局牵头). */
const trimmed = (text: string, start: number, end: number): OrgListPart | undefined => {
  const whole = text.slice(start, end);
  const named = whole.replace(label, "").replace(leading, "");
  const from = end - named.length;
  let body = named.trimEnd();
  while (trailing.test(body)) body = body.replace(trailing, "");
  const bare = body.replace(duty, "");
  if (bare !== body && isOrgName(bare)) body = bare;
  return body === "" ? undefined : { text: body, start: from, end: from + body.length };
};

// a known name may have a few letters in front that say whose it is
const longestPrefix = 12;
// but not another name
const otherName = /[和与及、局厅办会联队院\s]|[^省市县区旗州盟团]委/;

/** Whether a text ends with a name of the table of departments that uses all of its last letters. */
const isKnown = (text: string): boolean => {
  const key = nameKey(text);
  const { byName } = departmentIndex();
  for (let at = 0; at <= Math.min(longestPrefix, key.length - 3); at += 1)
    if (byName.has(departmentKey(key.slice(at))) && !otherName.test(key.slice(0, at))) return true;
  return false;
};

/** A part cut at 及 和 与 or a blank: 及 always, unless the whole is a known name; else only between names. */
const cut = (part: OrgListPart): OrgListPart[] => {
  if (!/[及和与\s]|会同/.test(part.text)) return [part];
  const known = isKnown(part.text);
  for (const joint of part.text.matchAll(/以及|会同|及(?!时)|[和与]|\s+/g)) {
    if (known && joint[0].trim() !== "") continue;
    const left = trimmed(part.text, 0, joint.index);
    const right = trimmed(part.text, joint.index + joint[0].length, part.text.length);
    if (left === undefined || right === undefined) continue;
    const rest = cut(right);
    const certain = /及$|会同/.test(joint[0]) && !/[(（]/.test(left.text);
    const named = isOrgName(left.text) && left.text.length > 2 && rest.every((one) => isOrgName(one.text));
    if (!certain && !named) continue;
    const shift = (one: OrgListPart): OrgListPart => ({
      text: one.text,
      start: one.start + part.start,
      end: one.end + part.start,
    });
    return [shift(left), ...rest.map(shift)];
  }
  return [part];
};

const longestJoin = 3;

/** The end of the stretches from `at` on that are one known name written with 、, as 区文化、广电和旅游局. */
const joinedTo = (text: string, all: readonly { start: number; end: number }[], at: number): number => {
  const first = all[at];
  if (first === undefined || isOrgName(text.slice(first.start, first.end))) return at;
  for (let to = at + 1; to <= at + longestJoin; to += 1) {
    const last = all[to];
    if (last === undefined || text.charAt(last.start - 1) !== "、") return at;
    if (isKnown(text.slice(first.start, last.end).trim())) return to;
  }
  return at;
};

/** （张三） on a line of its own is an aside to the name above it, unless an organisation stands in it. */
const isAside = ({ text }: OrgListPart): boolean => {
  const inside = /^[（(]([^（）()]*)[）)]$/.exec(text)?.[1];
  return inside !== undefined && !isOrgName(inside);
};

const longestCell = 10_000;

/**
 * Returns the names of a list of organisations with their offsets (单位列表拆分). Known names with 、 and what
 * stands in brackets stay whole; brackets alone are an aside to the name before them and no name; 和, 与 and blanks part only names; 等 at the end is dropped. A text of more than
 * ten thousand letters is no list and comes back whole.
 *
 * @example
 * splitOrgList("区民政局、区人社局、相关办事处").map((part) => part.text);
 * // ["区民政局", "区人社局", "相关办事处"]
 */
export const splitOrgList = (text: string): OrgListPart[] => {
  if (text.length > longestCell) return [{ text, start: 0, end: text.length }];
  const all = stretches(text);
  const parts: OrgListPart[] = [];
  for (let at = 0; at < all.length; at += 1) {
    const to = joinedTo(text, all, at);
    const start = all[at]?.start ?? 0;
    const end = all[to]?.end ?? text.length;
    at = to;
    const part = trimmed(text, start, end);
    if (part !== undefined && !(parts.length > 0 && isAside(part)))
      parts.push(...(part.text.length > 200 ? [part] : cut(part)));
  }
  return parts;
};
