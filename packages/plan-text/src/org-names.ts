import { isOrgName, splitOrgList } from "@taizhang/admin-units";
import type { RoleKind } from "./role-words.ts";
import type { NamedOrg } from "./statement.ts";

/** Names with the duty behind them: 市教育局牵头. */
export const duty =
  /^(?<names>.{2,300}?)(?<word>(?:分别|共同)?牵头(?:负责|抓总|推进|组织实施|落实)?|负总责|为主|主办|(?:按照?(?:各自)?职责)?(?:分工)?(?:共同|分别)?负责(?:落实|实施)?|(?:等?(?:参与|参加|协助|协同|配合|协办|支持))|(?:具体|组织)?(?:落实|实施))(?:实施|落实)?$/;

const bracketDuty = /^(?<org>[^()]{2,30})\((?<names>[^()]{2,60}?)(?<word>配合|协办|协助|参与)\)$/;

/** Bodies that stand for several: 各地区, 各部门, 国务院有关部门. */
const group =
  /^(?:各(?:有关|相关)?(?:地区|地方|部门|单位|市州|州市|地市|乡镇|镇街|县区|区县|镇|村)+|(?:国务院|[省市县区]直?)?(?:有关|相关)(?:部门|单位))$/;

/** Whether a text names an organisation, or a group of them. */
export const isBody = (name: string): boolean => isOrgName(name) || group.test(name);

/** The names of one value; a duty behind a name stands above the label: 责任单位：市教育局牵头、市财政局配合. */
export function namesOf(value: string, role: string, kind: RoleKind): NamedOrg[] {
  const found: NamedOrg[] = [];
  for (const part of value.split(/[;。\n]/)) {
    const list = splitOrgList(part.replace(/^[\s:、,及和与]+|[\s、,]+$/g, ""));
    for (const { text: whole } of list) {
      // 县文广新局(县新华书店配合)
      const beside = bracketDuty.exec(whole)?.groups;
      const text = beside?.org ?? whole;
      for (const { text: name } of beside ? splitOrgList(beside.names ?? "") : [])
        if (isBody(cleanName(name)) || isName(name))
          found.push({ org: cleanName(name), role: beside?.word ?? "配合", kind: "support" });
      const one = duty.exec(text);
      const names = one?.groups ? splitOrgList(one.groups.names ?? "") : [{ text }];
      const own = one?.groups ? dutyKind(one.groups.word ?? "") : undefined;
      for (const name of names) {
        const aside = /\((牵头|主办|配合|协办|协助|参与)\)$/.exec(name.text)?.[1]; // 镇城管办(配合)
        if (aside && isName(cleanName(name.text))) {
          found.push({ org: cleanName(name.text), role: aside, kind: dutyKind(aside) });
          continue;
        }
        const org = cleanName(name.text);
        if (isName(org))
          found.push({ org, role: own ? (one?.groups?.word ?? role) : role, kind: own ?? kind });
      }
    }
  }
  return found;
}

/** What a duty makes of the names before it. */
export const dutyKind = (word: string): RoleKind =>
  /牵头|总责|为主|主办/.test(word)
    ? "lead"
    : /负责|组织|承办|落实|实施/.test(word)
      ? "responsible"
      : "support";

/** A name without the person or the note behind it: 市教育局(张三). */
export const cleanName = (name: string): string =>
  withoutPerson(name.trim())
    .replace(/\s+/g, "")
    .replace(/^(?:由|会同|以及|及|和|与|并|各责任单位:)/, "")
    .replace(/\((?:按职责分工负责|牵头|负责|配合|[\u3400-\u9fff]{2,3})\)$/, (note) =>
      isOrgName(note.slice(1, -1)) ? note : "",
    )
    .replace(/(?:等(?:有关|相关)?(?:部门|单位)?|按(?:照)?(?:各自)?职责(?:分工)?负?责?)$/, "");

/** 林业站站长张青松: the post and the person behind an organisation. */
const post =
  /(?<=[站所局委办队校院部会科中心])(?:站长|所长|局长|主任|书记|科长|队长|校长|院长|部长|会长|主席)[\u3400-\u9fff]{0,3}$/;
const station = /^[\u3400-\u9fff]{2,10}(?:站|所|办|村|局|委|队|校|会|部|中心|公司|院|联|科|股|室)$/;

/** 市教育局 张三: a blank parts the name of a person from that of the organisation. */
function withoutPerson(name: string): string {
  const [org = "", ...rest] = name.replace(post, "").split(/\s+/);
  if (rest.length > 0 && station.test(org) && rest.every((one) => /^[\u3400-\u9fff]{2,3}$/.test(one)))
    return org;
  return rest.length > 0 && isOrgName(org) && rest.every((one) => one.length <= 4 && !isOrgName(one))
    ? org
    : name.replace(post, "");
}

/** Whether a piece may be a name at all, of whatever body. */
export const isName = (name: string): boolean =>
  name.length >= 2 && name.length <= 40 && !/[。;:!?]|^\d+$|^(?:无|各|—|-|\/)$/.test(name);
