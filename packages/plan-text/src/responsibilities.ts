import { isOrgName, splitOrgList } from "@taizhang/admin-units";
import type { Span, TextRole } from "./plan.ts";
import { type RoleKind, roleKind, roleWords } from "./role-words.ts";

/** An organisation as a statement names it. */
export interface NamedOrg {
  readonly org: string;
  readonly role: string;
  readonly kind: RoleKind;
}

/** A stretch of text that says who does a task (责任表述). */
export interface Statement extends Span {
  readonly orgs: readonly NamedOrg[];
  /** A line of its own, a bracket, or a clause of the running text (…由区教育局牵头). */
  readonly form: "line" | "bracket" | "clause";
  /** True for 以上工作由…牵头: it speaks of all items before it. */
  readonly closesProgram?: true;
}

const blank = "[ \\t\\u3000]*";
const label = new RegExp(
  `(?<word>(?:${roleWords})(?:[及和与/](?:${roleWords}))?)${blank}(?::|(?<=单位|部门)为(?=[\\u3400-\\u9fff]))`,
  "g",
);
const quick = /[:(【[]|牵头|负责|会同/;
/** Labels that end the names of the label before them and say nothing about organisations. */
const otherLabel =
  /[;,。、\s]*(?:完成(?:时限|时间|期限|日期)|时限|时间(?:要求|节点|安排)|办结时限|实施时间|建设(?:期限|内容|工期|地点|规模|性质)|(?:工作|年度|目标|主要|具体|重点)?(?:目标|任务|内容|措施|要求|进度|安排)|(?:总|计划|年度)?投资|资金来源|进展|备注|电话|联系电话)[^:\n]{0,6}:/;

/**
 * The statements of responsibility in a stretch of clean text, in order (责任单位识别): labelled lines, labels in
 * brackets, brackets as （市教育局牵头，市财政局配合）, and clauses as 由区教育局牵头.
 */
export function statementsIn(text: string, { start, end }: Span): Statement[] {
  const found: Statement[] = [];
  let from = start;
  while (from < end) {
    const next = text.indexOf("\n", from);
    const to = next < 0 || next > end ? end : next;
    const line = text.slice(from, to);
    if (quick.test(line)) found.push(...ofLine(line).map((one) => moved(one, from)));
    from = to + 1;
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
  for (const bracket of brackets) {
    const inner = line.slice(bracket.start + 1, bracket.end - 1);
    const orgs = inner.length > 600 ? [] : labelled(inner);
    const named = orgs.length > 0 ? orgs : bare(inner, line, bracket);
    if (named.length > 0 || isPersonsOnly(inner)) found.push({ ...bracket, orgs: named, form: "bracket" });
  }
  const outside = hide(line, brackets);
  const first = firstLabel(outside);
  if (first !== undefined && isLineLabel(outside, first)) {
    const orgs = labelled(line.slice(first));
    const end = lineEnd(line, first);
    if (orgs.length > 0 || isPersonsOnly(line.slice(first)))
      found.push({ start: first, end, orgs, form: "line" });
  } else found.push(...clauses(outside, line));
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

/** The line with its brackets blanked, letter for letter. */
function hide(line: string, spans: readonly Span[]): string {
  if (spans.length === 0) return line;
  let out = "";
  let from = 0;
  for (const { start, end } of spans) {
    out += line.slice(from, start) + "\ue000".repeat(end - start);
    from = end;
  }
  return out + line.slice(from);
}

function firstLabel(text: string): number | undefined {
  const at = text.search(label);
  return at < 0 ? undefined : at;
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
  const marks = [...text.matchAll(label)];
  marks.forEach((mark, index) => {
    const role = (mark.groups?.word ?? "").replace(/\s/g, "");
    const kind = roleKind(role);
    const from = mark.index + mark[0].length;
    const to = marks[index + 1]?.index ?? text.length;
    if (kind === "person") return;
    const value = text.slice(from, to);
    const stop = otherLabel.exec(value)?.index ?? value.length;
    found.push(...namesOf(value.slice(0, stop), role, kind));
  });
  return found;
}

const duty =
  /^(?<names>.{2,300}?)(?<word>牵头(?:负责|抓总|推进|组织实施|落实)?|负总责|为主|主办|(?:按照?(?:各自)?职责)?(?:分工)?(?:共同)?负责(?:落实|实施)?|(?:等?(?:参与|参加|协助|协同|配合|协办|支持)))(?:实施|落实)?$/;

/** The names of one value; a duty behind a name stands above the label: 责任单位：市教育局牵头、市财政局配合. */
function namesOf(value: string, role: string, kind: RoleKind): NamedOrg[] {
  const found: NamedOrg[] = [];
  for (const part of value.split(/[;。\n]/)) {
    const list = splitOrgList(part.replace(/^[\s:、,及和与]+|[\s、,]+$/g, ""));
    for (const { text } of list) {
      const one = duty.exec(text);
      const names = one?.groups ? splitOrgList(one.groups.names ?? "") : [{ text }];
      const own = one?.groups ? dutyKind(one.groups.word ?? "") : undefined;
      for (const name of names) {
        const org = cleanName(name.text);
        if (isName(org))
          found.push({ org, role: own ? (one?.groups?.word ?? role) : role, kind: own ?? kind });
      }
    }
  }
  return found;
}

const dutyKind = (word: string): RoleKind =>
  /牵头|总责|为主|主办/.test(word) ? "lead" : /负责/.test(word) ? "responsible" : "support";

/** A name without the person or the note behind it: 市教育局(张三). */
const cleanName = (name: string): string =>
  withoutPerson(name.trim())
    .replace(/\s+/g, "")
    .replace(/^(?:由|会同|以及|及|和|与|并|各责任单位:)/, "")
    .replace(/\((?:按职责分工负责|牵头|负责|配合|[\u3400-\u9fff]{2,3})\)$/, (note) =>
      isOrgName(note.slice(1, -1)) ? note : "",
    )
    .replace(/(?:等(?:有关|相关)?(?:部门|单位)?|按(?:照)?(?:各自)?职责(?:分工)?负?责?)$/, "");

/** 市教育局 张三: a blank parts the name of a person from that of the organisation. */
function withoutPerson(name: string): string {
  const [org = "", ...rest] = name.split(/\s+/);
  return rest.length > 0 && isOrgName(org) && rest.every((one) => one.length <= 4 && !isOrgName(one))
    ? org
    : name;
}

const isName = (name: string): boolean =>
  name.length >= 2 && name.length <= 40 && !/[。;:!?]|^\d+$|^(?:无|各|—|-|\/)$/.test(name);

/** 市教育局牵头，市财政局、市人社局配合 and the bare list of names that closes an entry. */
function bare(inner: string, line: string, { start, end }: Span): NamedOrg[] {
  if (inner.length < 3 || inner.length > 300) return [];
  const byDuty = dutiesOf(inner);
  if (byDuty.length > 0) return byDuty;
  const closes = /^[。;,\s]*$/.test(line.slice(end));
  const behind = /[。;!]\s*$/.test(line.slice(0, start)) || /[。;]?\s*$/.test(line.slice(end));
  if (!closes || !behind) return [];
  const parts = splitOrgList(inner.replace(/(?:等)?(?:按职责分工)?负责$/, ""));
  const all = parts.length > 0 && parts.every(({ text }) => isOrgName(text) && text.length > 2);
  return all && parts.some(({ text }) => firmOrg.test(text))
    ? parts.map(({ text }) => ({ org: cleanName(text), role: "责任单位", kind: "responsible" as const }))
    : [];
}

const firmOrg = /(?:局|委|办|厅|政府|公司|管委会|办公室|办事处|部|联|院|会|行)$/;

/** Names with their duties behind them: A牵头，B、C配合; A、B负责. */
function dutiesOf(text: string): NamedOrg[] {
  if (!/牵头|负责|配合|协助|参与|协办|落实|主办/.test(text)) return [];
  const found: NamedOrg[] = [];
  let pending: string[] = [];
  for (const piece of text.split(/[,;。]|(?<=牵头|负责|配合)(?=会同)/)) {
    const trimmed = piece.trim().replace(/^(?:由|以上(?:各项)?(?:工作|任务)?由|并|会同|联合|以及|及)/, "");
    const one = duty.exec(trimmed);
    const joined = /^(?:会同|联合)/.test(piece.trim());
    const names = splitOrgList(one?.groups?.names ?? trimmed).map(({ text: name }) => cleanName(name));
    // behind a name that certainly leads, others need only look like names: 人民银行某市中心支行
    if (!names.every((name) => isOrgName(name) || (found.length > 0 && isName(name)))) return [];
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

const clause =
  /(?<all>(?:以上|上述)[^。;,:由]{0,12})?由(?<names>[^。;:由]{2,120}?)(?<word>牵头(?:负责|抓总|组织实施|落实|实施)?|负总责|(?:共同)?负责(?:落实|实施|组织实施)?(?![人])|主办)(?<more>[,，]?(?:会同|联合)[^。;:]{2,120}|[,，][^。;:]{2,120}?(?:配合|协助|参与|协办))?/g;

/** 由区教育局牵头，会同区财政局、区人社局…: names only where they are names. */
function clauses(outside: string, line: string): Statement[] {
  if (!outside.includes("由")) return [];
  const found: Statement[] = [];
  for (const match of outside.matchAll(clause)) {
    const { all, word = "" } = match.groups ?? {};
    // brackets belong to names, 各乡镇(街道), but end no clause
    const piece = (name: string) => {
      const part = match.groups?.[name] ?? "";
      const at = match.index + (name === "more" ? match[0].length - part.length : match[0].indexOf("由") + 1);
      return line.slice(at, at + part.length);
    };
    const [names, more] = [piece("names"), piece("more")];
    if (/设在|任组长|领导|的/.test(names)) continue;
    const leads = splitOrgList(names).map(({ text }) => cleanName(text));
    if (leads.length === 0 || !leads.every((name) => isOrgName(name))) continue;
    const others = splitOrgList(
      more
        .replace(/^[,，]?(?:会同|联合)?/, "")
        .replace(/(?:等)?(?:共同)?(?:配合|协助|参与|协办|实施|推进|落实|负责|组织|完成|做好|开展).*$/, ""),
    ).map(({ text }) => cleanName(text));
    found.push({
      start: match.index,
      end: match.index + match[0].length,
      form: "clause",
      orgs: [
        ...leads.map((org) => ({ org, role: word, kind: dutyKind(word) })),
        ...others
          .filter((name) => isOrgName(name))
          .map((org) => ({ org, role: "会同", kind: "support" as const })),
      ],
      ...(all ? { closesProgram: true as const } : {}),
    });
  }
  return found;
}

/** True where all labels of a text name persons: such a line is no part of the task. */
function isPersonsOnly(text: string): boolean {
  const marks = [...text.slice(0, 400).matchAll(label)];
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
  return { lead: unique(lead), support: unique(support), roles };
}
