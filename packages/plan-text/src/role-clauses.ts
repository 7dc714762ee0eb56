import { isOrgName, splitOrgList } from "@taizhang/admin-units";
import { cleanName, dutyKind, isBody } from "./org-names.ts";
import type { Statement } from "./statement.ts";

const clause =
  /(?<all>(?:以上|上述)[^。;,:由]{0,12})?由(?<names>[^。;:由]{2,120}?)(?<word>牵头(?:负责|抓总|组织实施|落实|实施)?|负总责|(?:共同)?负责(?:落实|实施|组织实施)?(?![人督监协解考日通汇])|主办|(?:共同|联合)?(?:组织实施|组织推进|承办)(?=[。;,]|$))(?<more>[,，]?(?:会同|联合)[^。;:]{2,120}|[,，][^。;:]{2,120}?(?:配合|协助|参与|参加|协办|落实|负责(?:落实)?))?/g;

/** How names of small bodies end that no table of departments has: 镇水利站, 联校, 高岭村. */
const localOrg =
  /^[\u3400-\u9fff()]{1,10}(?:站|所|办|村|局|委|队|校|会|部|中心|公司|院|联|社|组|处|厅|户|室|园|庭)$/;

/** 由区教育局牵头，会同区财政局、区人社局…: names only where they are names. */
export function clauses(outside: string, line: string): Statement[] {
  if (!outside.includes("由")) return outside.includes("会同") ? jointClauses(outside, line) : [];
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
    // a sentence that begins with 由 and ends with 负责 names its subjects, whatever they are called
    const isSentence = beginsSentence(outside, match.index);
    const isSubject = (name: string) => isOrgName(name) || (isSentence && localOrg.test(name));
    if (leads.length === 0 || !leads.every(isSubject)) continue;
    const others = splitOrgList(
      more
        .replace(/^[,，]?(?:会同|联合)?/, "")
        .replace(
          /(?:等)?(?:共同)?(?:配合|协助|参与|参加|协办|实施|推进|落实|负责|组织|完成|做好|开展).*$/,
          "",
        ),
    ).map(({ text }) => cleanName(text));
    found.push({
      start: match.index,
      end: match.index + match[0].length,
      form: "clause",
      orgs: [
        ...leads.map((org) => ({ org, role: word, kind: dutyKind(word) })),
        ...others.filter(isSubject).map((org) => ({ org, role: "会同", kind: "support" as const })),
      ],
      ...(all ? { closesProgram: true as const } : {}),
    });
  }
  return found;
}

const joint =
  /(?<=^|[,。;:\s])(?:[①-⑳]|[一二三四五六七八九十]{1,2}是|\d{1,2}[.、]|\([一二三四五六七八九十\d]{1,2}\))?(?<lead>[^,。;:、()\s\d]{2,20}|)会同(?<more>[^,。;:]{2,80}?)(?=于(?:\d|年|每)|按|抓紧|尽快|共同|研究|制定|举办|组织|印发|开展|推进|建立|实施|完善|出台|落实|做好|负责|$)/g;

/** 市发改委会同市财政局于3月底前印发: who does it together with whom; the plan's own body is not named where only others are. */
function jointClauses(outside: string, line: string): Statement[] {
  const found: Statement[] = [];
  for (const { index, 0: all, groups } of outside.matchAll(joint)) {
    const lead = cleanName(groups?.lead ?? "");
    const at = index + all.indexOf("会同") + 2;
    const others = splitOrgList(line.slice(at, index + all.length)).map(({ text }) => cleanName(text));
    const known = lead === "" || isOrgName(lead);
    if (!known || others.length === 0 || !others.every((name) => isBody(name))) continue;
    found.push({
      start: index,
      end: index + all.length,
      form: "clause",
      orgs: [
        ...(lead === "" ? [] : [{ org: lead, role: "会同", kind: "lead" as const }]),
        ...others.map((org) => ({ org, role: "会同", kind: "support" as const })),
      ],
    });
  }
  return found;
}

/** True where only white space stands between the offset and the end of the sentence before, or the line's start. */
function beginsSentence(line: string, at: number): boolean {
  let before = at - 1;
  while (before >= 0 && line[before]?.trim() === "") before--;
  return before < 0 || "。;!".includes(line[before] as string);
}
