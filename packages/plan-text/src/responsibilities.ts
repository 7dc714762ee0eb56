import { isOrgName, splitOrgList } from "@taizhang/admin-units";
import { coveredBy, hide, namesWithin } from "./bracket-names.ts";
import { withoutNote } from "./first-leads.ts";
import { linesIn } from "./lines.ts";
import { cleanName, duty, dutyKind, isBody, isName, namesOf } from "./org-names.ts";
import type { Span, TextRole } from "./plan.ts";
import { clauses } from "./role-clauses.ts";
import { roleKind, roleWords } from "./role-words.ts";
import type { NamedOrg, Statement } from "./statement.ts";

const blank = "[ \\t\\u3000]*";
const label = new RegExp(
  `(?<word>(?:${roleWords})(?:[及和与/](?:${roleWords}))?)${blank}(?::|(?<=单位|部门)为(?=[\\u3400-\\u9fff]))`,
  "g",
);
const quick = /[:(【[]|牵头|负责|会同|组织实施|组织推进|承办/;
/** Labels that end the names of the label before them and say nothing about organisations. */
const otherLabel =
  /[;,。、\s]*(?:完成(?:时限|时间|期限|日期)|时限|时间(?:要求|节点|安排)|办结时限|实施时间|建设(?:期限|内容|工期|地点|规模|性质)|(?:工作|年度|目标|主要|具体|重点)?(?:目标|任务|内容|措施|要求|进度|安排)|(?:总|计划|年度)?投资|资金来源|进展|备注|电话|联系电话)[^:\n]{0,6}:/;

/**
 * The statements of responsibility in a stretch of clean text, in order (责任单位识别): labelled lines, labels in
 * brackets, brackets as （市教育局牵头，市财政局配合）, and clauses as 由区教育局牵头.
 */
export function statementsIn(text: string, span: Span): Statement[] {
  const found: Statement[] = [];
  for (const { start, end } of linesIn(text, span)) {
    const line = text.slice(start, end);
    if (quick.test(line)) for (const one of ofLine(line)) found.push(moved(one, start));
  }
  return found;
}

const moved = (one: Statement, by: number): Statement => ({
  ...one,
  start: one.start + by,
  end: one.end + by,
});

function ofLine(line: string): Statement[] {
  const brackets = bracketsOf(line);
  const found: Statement[] = [];
  const ownLabel = firstLabel(line);
  for (const bracket of brackets) {
    // 责任单位：各镇人民政府（街道办事处）: the bracket belongs to a name
    if (ownLabel !== undefined && bracket.start > ownLabel && isLineLabel(line, ownLabel)) continue;
    const inner = withoutNote(line.slice(bracket.start + 1, bracket.end - 1));
    const orgs = inner.length > 600 ? [] : labelled(inner);
    const named = orgs.length > 0 ? orgs : bare(inner, line, bracket);
    const covers = coveredBy(inner);
    if (named.length > 0 || isPersonsOnly(inner))
      found.push({ ...bracket, orgs: named, form: "bracket", ...(covers ? { covers } : {}) });
  }
  if (found.length > 0 && found.at(-1)?.end === brackets.at(-1)?.end)
    for (const bracket of brackets.slice(0, -1)) {
      if (found.some(({ start }) => start === bracket.start)) continue;
      const orgs = namesWithin(line, bracket);
      if (orgs.length > 0) found.push({ ...bracket, orgs, form: "bracket" });
    }
  const outside = hide(line, brackets);
  const first = firstLabel(outside);
  if (first !== undefined && isLineLabel(outside, first)) {
    const orgs = labelled(line.slice(first));
    const end = lineEnd(line, first);
    if (orgs.length > 0 || isPersonsOnly(line.slice(first)))
      found.push({ start: first, end, orgs, form: "line" });
  } else for (const one of clauses(outside, line)) found.push(one);
  return found.sort((a, b) => a.start - b.start);
}

/** The brackets of a line that stand in no other. */
function bracketsOf(line: string): Span[] {
  const found: Span[] = [];
  let open = -1;
  let depth = 0;
  for (let at = 0; at < line.length; at++) {
    const letter = line.charAt(at);
    if (letter === "(" || letter === "【" || letter === "[") {
      if (depth === 0) open = at;
      depth++;
    } else if ((letter === ")" || letter === "】" || letter === "]") && depth > 0) {
      depth--;
      if (depth === 0) found.push({ start: open, end: at + 1 });
    }
  }
  // an open bracket that nobody closes, as the last of a line, still holds its names
  if (depth > 0 && open >= 0 && firstLabel(line.slice(open + 1, open + 12)) === 0)
    found.push({ start: open, end: line.length });
  return found;
}

function firstLabel(text: string): number | undefined {
  if (!/[:为]/.test(text)) return undefined;
  const at = text.search(label);
  return at < 0 ? undefined : at;
}

/** Every label of a text. One pattern serves all: `matchAll` would compile it anew for each bracket. */
function labelsIn(text: string): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  if (!/[:为]/.test(text)) return found;
  label.lastIndex = 0;
  for (let match = label.exec(text); match; match = label.exec(text)) found.push(match);
  return found;
}

/** A label counts at the beginning of a line and behind a sentence; elsewhere it may be a word of the sentence. */
const isLineLabel = (line: string, at: number): boolean => {
  const before = line.slice(Math.max(0, at - 12), at);
  return /(?:^|[。;,!?\s\ue000:、.])[★*●■◆·-]?$/.test(before) || at === 0;
};

function lineEnd(line: string, from: number): number {
  const other = otherLabel.exec(line.slice(from));
  return other ? from + other.index : line.length;
}

/** The names behind each label of a text. */
function labelled(text: string): NamedOrg[] {
  const found: NamedOrg[] = [];
  const marks = labelsIn(text);
  marks.forEach((mark, index) => {
    const role = (mark.groups?.word ?? "").replace(/\s/g, "");
    const kind = roleKind(role);
    const from = mark.index + mark[0].length;
    const to = marks[index + 1]?.index ?? text.length;
    if (kind === "person") return;
    const value = withoutNote(text.slice(from, to));
    const stop = otherLabel.exec(value)?.index ?? value.length;
    for (const one of namesOf(value.slice(0, stop), role, kind)) found.push(one);
  });
  return found;
}

/** 市教育局牵头，市财政局、市人社局配合 and the bare list of names that closes an entry. */
function bare(inner: string, line: string, { start, end }: Span): NamedOrg[] {
  if (inner.length < 3 || inner.length > 300) return [];
  const byDuty = dutiesOf(inner);
  if (byDuty.length > 0) return byDuty;
  const closes = /^[。;,\s]*$/.test(line.slice(end));
  const behind = /[。;!]\s*$/.test(line.slice(0, start)) || /[。;]?\s*$/.test(line.slice(end));
  if (!closes || !behind) return [];
  const parts = splitOrgList(
    inner.replace(/(?:等)?(?:按(?:照)?(?:各自)?职责分工)?负责[。;]?$/, "").replace(groupBehind, "、"),
  );
  const isOwnSentence = /[。;!]\s*$/.test(line.slice(0, start));
  if (
    isOwnSentence &&
    parts.length > 0 &&
    !/牵头|配合/.test(inner) &&
    parts.every(({ text }) => officeName.test(text))
  )
    return parts.map(({ text }) => ({
      org: cleanName(text),
      role: "责任单位",
      kind: "responsible" as const,
    }));
  const all = parts.length > 0 && parts.every(({ text }) => isBody(text) && text.length > 2);
  return all && parts.some(({ text }) => firmOrg.test(text))
    ? parts.map(({ text }) => ({ org: cleanName(text), role: "责任单位", kind: "responsible" as const }))
    : [];
}

/** 国家能源局等国务院相关部门: the group is one more of them. */
const groupBehind = /等(?=(?:国务院|[省市县区州]直?|中央)?(?:有关|相关|各(?:有关|相关)?)(?:部门|单位))/;

/** The offices within a bureau, and stations, where a bracket behind a sentence holds nothing else: （医政科）. */
const officeName =
  /^[\u3400-\u9fff]{1,12}(?:科|科室|处室|处|股|室|中心|站|所|大队|支队|局|办|委|部|会|院|办公室)$/;

const firmOrg = /(?:局|委|办|厅|政府|公司|管委会|办公室|办事处|部|联|院|会|行|署|总局|地区|部门)$/;

/** Names with their duties behind them: A牵头，B、C配合; A、B负责. */
function dutiesOf(text: string): NamedOrg[] {
  const together = joint.exec(text)?.groups;
  if (together) {
    const leads = splitOrgList(together.lead ?? "").map(({ text: name }) => cleanName(name));
    const others = splitOrgList(together.more ?? "").map(({ text: name }) => cleanName(name));
    if (leads.length > 0 && leads.every(isBody))
      return [
        ...leads.map((org) => ({ org, role: "牵头", kind: "lead" as const })),
        ...others.filter(isName).map((org) => ({ org, role: "会同", kind: "support" as const })),
      ];
  }
  if (!/牵头|负责|配合|协助|参与|协办|落实|主办|实施/.test(text)) return [];
  const found: NamedOrg[] = [];
  let pending: string[] = [];
  for (const piece of text.split(/[,;。]|(?<=牵头|负责|配合)(?=会同)/)) {
    const trimmed = piece.trim().replace(/^(?:(?:以上|上述)[^由]{0,12}由|由|并|会同|联合|以及|及)/, "");
    if (found.length > 0 && timing.test(trimmed)) continue;
    const one = duty.exec(trimmed);
    const joined = /^(?:会同|联合)/.test(piece.trim());
    const names = splitOrgList((one?.groups?.names ?? trimmed).replace(groupBehind, "、")).map(
      ({ text: name }) => cleanName(name),
    );
    // behind a name that certainly leads, others need only look like names: 人民银行某市中心支行
    if (!names.every((name) => isBody(name) || (found.length > 0 && isName(name)))) return [];
    if (!one && !joined) pending.push(...names);
    else {
      const word = one?.groups?.word ?? "会同";
      const kind = joined ? "support" : dutyKind(word);
      found.push(...[...pending, ...names].map((org) => ({ org, role: word, kind })));
      pending = [];
    }
  }
  return pending.length > 0 ? [] : found;
}

/** Behind the names of a bracket may stand by when, or that it goes on: …配合;2021年底前完成并长期坚持. */
const timing =
  /^(?:力争|争取)?(?:(?:19|20)\d\d年|\d{1,2}月|长期|持续|常年|全年|年底|年内|适时|[一二三四]季度|[上下]半年)/;

/** 市体育局会同有关部门和各县区组织推进: nobody is said to lead, and the first does. */
const joint =
  /^(?<lead>[^,;。]{2,40}?)会同(?<more>[^,;。]{2,100}?)(?:等)?(?:共同)?(?:组织)?(?:推进|实施|落实|抓好|办理|开展)(?:落实)?$/;

const dutyNote = /\((?<word>(?:总)?牵头|主办|(?:主要)?负责|责任|主责|配合|协办|协助|参与)(?:单位|部门)?\)$/;

/** The names in a cell of a table whose heading is a role: 区教育局(牵头)、区住建局 below 责任单位. */
export function cellOrgs(cell: string, heading: string): NamedOrg[] {
  const words = cell.split(/\s*\n\s*/).reduce((whole, line) => {
    const last = splitOrgList(whole).at(-1)?.text.replace(dutyNote, "") ?? "";
    const isWhole = isOrgName(last) && splitOrgList(line).every(({ text }) => isOrgName(text));
    return `${whole}${isWhole && !/[、,;]$/.test(whole) ? "、" : ""}${line}`;
  });
  const said = /:/.test(words) ? labelled(words) : dutiesOf(words);
  if (said.length > 0) return said;
  return splitOrgList(words).map(({ text }) => {
    const word = dutyNote.exec(text)?.groups?.word;
    return word
      ? { org: text.replace(dutyNote, ""), role: word, kind: dutyKind(word) }
      : { org: text, role: heading, kind: roleKind(heading) };
  });
}

/** True where all labels of a text name persons: such a line is no part of the task. */
function isPersonsOnly(text: string): boolean {
  const marks = labelsIn(text.slice(0, 400));
  return marks.length > 0 && marks.every((mark) => roleKind(mark.groups?.word ?? "") === "person");
}

/** Lead, support and roles of a task from what its statements name (责任分工): 责任 leads where nobody 牵头. */
export function responsibilities(named: readonly NamedOrg[]): {
  lead: string[];
  support: string[];
  roles: TextRole[];
} {
  const first = named.filter(({ kind }) => kind === "lead");
  const responsible = named.filter(({ kind }) => kind === "responsible");
  const others = named.filter(({ kind }) => kind === "support");
  const [lead, support] = first.length > 0 ? [first, [...responsible, ...others]] : [responsible, others];
  const unique = (list: readonly NamedOrg[]) => [...new Set(list.map(({ org }) => org))];
  const seen = new Set<string>();
  const roles = named
    .map(({ org, role }) => ({ org, role }))
    .filter(({ org, role }) => {
      const key = `${role} ${org}`;
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    });
  const leads = unique(lead);
  return { lead: leads, support: unique(support).filter((org) => !leads.includes(org)), roles };
}
