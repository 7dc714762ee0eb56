import { nameKey, type Resolution, resolve } from "@taizhang/admin-units";
import { namesDivision, wholeDivision } from "./division-name.ts";
import { branchInOrder } from "./sub-bureau.ts";

/** A printed name taken apart. */
export interface OrgForm {
  readonly printed: string;
  readonly kind: "division" | "department";
  /** The division's code, where it is certain. */
  readonly code?: string;
  /** The name of the function alone, the same for every way to write it: 区人社局 and 人力资源和社会保障局 share it. */
  readonly base: string;
  /** The name as printed, without division and level in front. */
  readonly bare: string;
  /** The division it belongs to: printed in front, else that of the sheet. */
  readonly division?: string;
  /** 省 市 区 县 …, or "" where none is printed. */
  readonly level: string;
}

interface Context {
  readonly within?: string | undefined;
  readonly on?: string | undefined;
}

const levelWord = /^(?:省|市|区|县|旗|州|镇|乡)(?=.{2,})/;
/** 市场监管局 and 县域办 begin with a word of the name itself. */
const beginsAsLevel = /^(?:市场|市政(?![府协法])|市容|区域|县域|乡村|乡镇)/;
const place = /(?:本级|[市县区乡镇]直|街道|街道办事处|镇|乡|苏木|村|社区)$/;

const known = new Map<string, OrgForm>();
const mostKnown = 5_000;

/** The parts of an org's name in the sheet of a division (单位名称的构成). Rule after rule asks for the same names. */
export function orgForm(printed: string, region: string | undefined, context: Context): OrgForm {
  const key = JSON.stringify([printed, region, context.within, context.on]);
  const before = known.get(key);
  if (before) return before;
  const form = takeApart(printed, region, context);
  if (known.size >= mostKnown) known.clear();
  known.set(key, form);
  return form;
}

function takeApart(printed: string, region: string | undefined, { within, on }: Context): OrgForm {
  const context = { ...(within === undefined ? {} : { within }), ...(on === undefined ? {} : { on }) };
  const answer = resolve(printed, context);
  const name = nameKey(printed);
  const town = townOfSeat(name);
  const inRegion = region === undefined || townOfSeat(nameKey(region)) === town ? {} : { division: region };
  if (answer.type === "division" || answer.type === "zone") {
    const code = answer.ended ? undefined : answer.code;
    return {
      printed,
      kind: "division",
      base: name,
      bare: name,
      level: "",
      ...inRegion,
      ...(code === undefined ? {} : { code }),
    };
  }
  // 朝阳区人民政府 reports for 朝阳区.
  const seat = /^(.{2,12}[市县区旗州])人民政府$/.exec(name)?.[1];
  const seated = seat === undefined ? undefined : orgForm(seat, region, { within, on });
  if (seated?.code !== undefined) return { ...seated, printed };
  if (place.test(town) || /^.{1,8}[省市州县旗区]$/.test(town)) {
    // 东坡区富牛镇 lies in 东坡区, whatever sheet it stands in.
    const { division: above, rest } = withoutDivision(town);
    const inside = above === undefined || above === town ? inRegion : { division: above };
    const base = above === undefined || above === town ? town : rest;
    return {
      printed,
      kind: "division",
      base,
      bare: name.slice(town.length - base.length),
      level: "",
      ...inside,
    };
  }
  const { rest, division } = withoutDivision(branchInOrder(name.replace(/^(?:中国共产党|中共)/, "")));
  const level = division === undefined && !beginsAsLevel.test(rest) ? (levelWord.exec(rest)?.[0] ?? "") : "";
  const bare = division === undefined ? rest.slice(level.length) : rest;
  const day = on === undefined ? {} : { on };
  const short = bare.replace(/办公室$/, "办");
  const whole = resolve(bare, day);
  const known = whole.type === "department" ? whole : resolve(short, day);
  // 市民政局 in a sheet of a district is the city's; 区民政局 and 民政局 are the district's own.
  const own =
    division ?? (region !== undefined && (level === "" || region.endsWith(level)) ? region : undefined);
  return {
    printed,
    kind: "department",
    base: known.type === "department" && known.name !== undefined ? functionOf(known) : short,
    bare,
    level: own === undefined ? level : "",
    ...(own === undefined ? {} : { division: own }),
  };
}

/** 桃源街道 of 桃源街道办事处, 富牛镇 of 富牛镇人民政府: the office is called as the place is (派出机关). */
const townOfSeat = (name: string): string =>
  /^(.{1,12}街道)(?:办事处|办)$/.exec(name)?.[1] ??
  /^(.{1,12}(?:镇|乡|苏木))(?:人民)?政府$/.exec(name)?.[1] ??
  name;

/** 委组织部 of 区委组织部 is 组织部, as it is called in its own district. */
function functionOf({ name = "", department }: Resolution): string {
  const short = name.startsWith("委") ? resolve(name.slice(1)) : undefined;
  return short?.type === "department" && short.department === department ? name.slice(1) : name;
}

const prefix = /^(.{1,12}?(?:自治区|自治州|自治县|省|市|区|县|旗|州))(?=.{2,})/;

/** 长春市南关区民政局 → 民政局 of 南关区; what stands in front must be a division, so 城区建设局 stays whole. */
function withoutDivision(name: string): { rest: string; division?: string } {
  let rest = name;
  let division: string | undefined;
  for (let step = 0; step < 3; step += 1) {
    const read = prefix.exec(rest)?.[1];
    const found = read && wholeDivision(read, rest);
    if (found === undefined || !namesDivision(found)) break;
    rest = rest.slice(found.length);
    division = found;
  }
  return division === undefined ? { rest } : { rest, division };
}
