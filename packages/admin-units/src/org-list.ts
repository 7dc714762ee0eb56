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

/** The text between separators that stand outside brackets. */
const pieces = (text: string): { start: number; end: number }[] => {
  const found: { start: number; end: number }[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at <= text.length; at += 1) {
    const letter = text.charAt(at);
    if (at < text.length && opening.includes(letter)) depth += 1;
    else if (at < text.length && closing.includes(letter)) depth = Math.max(0, depth - 1);
    else if (at === text.length || (depth === 0 && separators.has(letter))) {
      found.push({ start, end: at });
      start = at + 1;
    }
  }
  return found;
};

const trailing = /(?:等(?:有关|相关)?(?:部门|单位|部门和单位|成员单位)?|\s)+$/;
const blank = /\s/;

/** The piece without blanks and without 等 at its end. */
const trimmed = (text: string, start: number, end: number): OrgListPart | undefined => {
  let from = start;
  while (from < end && blank.test(text.charAt(from))) from += 1;
  const body = text.slice(from, end).replace(trailing, "");
  return body === "" ? undefined : { text: body, start: from, end: from + body.length };
};

/** A piece cut at 及 和 与 or a blank, where both sides are names of organisations. */
const cut = (part: OrgListPart): OrgListPart[] => {
  for (const joint of part.text.matchAll(/以及|[及和与]|\s+/g)) {
    const left = trimmed(part.text, 0, joint.index);
    const right = trimmed(part.text, joint.index + joint[0].length, part.text.length);
    if (left === undefined || right === undefined) continue;
    if (!isOrgName(left.text) || left.text.length < 3) continue;
    const rest = cut(right);
    if (!rest.every((one) => isOrgName(one.text))) continue;
    const shift = (one: OrgListPart): OrgListPart => ({
      text: one.text,
      start: one.start + part.start,
      end: one.end + part.start,
    });
    return [shift(left), ...rest.map(shift)];
  }
  return [part];
};

/**
 * Returns the names of a list of organisations with their offsets (单位列表拆分). Names with 、 inside brackets
 * stay whole; 及, 和, 与 and blanks part two names only where both sides are names; 等 at the end is dropped.
 *
 * @example
 * splitOrgList("区民政局、区人社局、相关办事处").map((part) => part.text);
 * // ["区民政局", "区人社局", "相关办事处"]
 */
export const splitOrgList = (text: string): OrgListPart[] =>
  pieces(text).flatMap(({ start, end }) => {
    const part = trimmed(text, start, end);
    return part === undefined ? [] : cut(part);
  });
