/** What a role makes of an organisation: 牵头, 责任 (lead where nobody leads), anything else, or a person. */
export type RoleKind = "lead" | "responsible" | "support" | "person";

const table: readonly (readonly [RoleKind, string])[] = [
  [
    "person",
    "(?:[市县区州省旗镇乡]?(?:委|政府)?级?(?:责任|分管|牵头|包保|挂钩|联系|包抓|主管|挂帅|督导|挂包|协管|主抓|包联|主要)|[市县区州旗镇乡]级?|牵头责任|责任单位|第一|具体|直接|主要)?(?:领导|责任人|负责人|联系人|联络员|指挥长|组长|处级干部)(?:及(?:联系)?电话|及职务)?",
  ],
  [
    "lead",
    "(?:总|主)?牵头(?:责任)?(?:单位|部门|部室|科室|处室|主体|机构|局)?|主办(?:单位|部门|科室)?|主责(?:单位|部门)|第一责任(?:单位|部门)|首要责任单位|牵头落实单位",
  ],
  [
    "responsible",
    "(?:主要|主体|具体|直接)?责任(?:单位|部门|主体|站所|科室|处室|股室|部室|局|乡镇|镇街|地区)?(?:及分工)?|(?:实施|承办|落实|负责|承担|建设|主管|执行|项目|业主|推进)(?:单位|部门|主体)|主体单位|项目业主|业主|承办|任务单位",
  ],
  [
    "support",
    "(?:配合|协办|协同|协助|协作|参与|参加|支持|会同|成员|辅助|联动|保障|督办|督查|督导|监督|监管|考核|验收|评估|数据报送|数据提供|联系)(?:责任)?(?:单位|部门|科室|处室|主体)|配合|协办|协助",
  ],
];

const whole = table.map(([kind, words]) => [kind, new RegExp(`^(?:${words})$`)] as const);

/** Every role word, to find labels by; a 及 or 和 may join two: 责任单位及责任人. */
export const roleWords: string = table.map(([, words]) => `(?:${words})`).join("|");

/** What a printed role word makes of the names behind it. */
export function roleKind(word: string): RoleKind {
  const plain = word.replace(/\s/g, "").replace(/[及和与/].*$/, "");
  return whole.find(([, pattern]) => pattern.test(plain))?.[0] ?? "support";
}
