import { splitOrgList } from "@taizhang/admin-units";

type Role = "lead" | "support";

const leads = "牵头|主办|主责|承办|责任|负责";
const supports = "配合|协办|协助|参与|参加|会同|协同";
const before = new RegExp(`(?:(${leads})|(${supports}))(?:单位|部门)?\\s*[:：]\\s*$`);
const behind = new RegExp(`^[（(]?(?:(${leads})|(${supports}))`);
/** （牵头） and （张三 13800000000） at the end of a name say what it does and whom to call. */
const aside = new RegExp(
  `\\s*[（(](?:(${leads})|(${supports})|[^（）()]{0,12}\\d{7,}[^（）()]{0,12})(?:单位|部门)?[）)]$`,
);

/**
 * The leads that a cell of orgs names (牵头单位). Where it says who leads (区民政局（牵头）、区财政局; 牵头：…；配合：…), the others
 * support; a cell that says nothing of the kind names leads only.
 * @example leadNames("区教育局牵头，区卫计局配合") // ["区教育局"]
 */
export function leadNames(text: string): readonly string[] {
  const parts = splitOrgList(text);
  let heading: Role | undefined;
  let end = 0;
  const named = parts.map((part) => {
    const label = before.exec(text.slice(end, part.start));
    if (label) heading = label[1] ? "lead" : "support";
    end = part.end;
    const said = aside.exec(part.text) ?? behind.exec(text.slice(part.end, part.end + 4));
    const own: Role | undefined = said?.[1] ? "lead" : said?.[2] ? "support" : undefined;
    return { name: part.text.replace(aside, ""), role: own ?? heading };
  });
  const saysLead = named.some(({ role }) => role === "lead");
  const found = named.filter(({ role }) => (saysLead ? role === "lead" : role === undefined));
  return (found.length > 0 ? found : named).map(({ name }) => name);
}
