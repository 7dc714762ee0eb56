/** What an answer to 一票否决 says: it happened, it did not, or that cannot be told (否决情况). */
export type VetoAnswer = "happened" | "nothing" | "unclear";

const yes =
  /^(?:是的?|有|发生|已发生|触发|已触发|存在|属实|[√✓✔☑]|y|yes|true|(?:予以|已被?|被|应予|直接)?(?:一票)?否决)$/u;
const no =
  /^(?:[无否没未不零]|没有|不是|[×✗✘☒╳]|[—–/\\-]+|☐|n|no|none|nil|n\/a|na|not applicable|false|正常|合格|达标|良好|平安|安全|通过|一切正常)$/u;
/** Not yet known, contested, mended since, or still a condition: none of these says that it counts. */
const open =
  /待|疑似|可能|拟|不[详清明]|未[知定明]|存疑|整改|申诉|复[核议]|[核调][实查]中|正在|尚在|争议|建议|如[有果发]|若|[?？]/u;

/** What is done about such matters, which is none: 办理信访案件5件, 事故同比减少2起. */
const work =
  /办[理结]|(?<!被)(?:处理|查处)|化解|调[处解]|排查|检查|开展|组织|整治|接[待访]|受理|培训|宣传|演练|防[范止]|预防|制止|下降|减少|控制/u;
const happening = "(?:发生|出现|触[发及碰]|存在|构成|产生|造成|引发|导致|涉及|违反)";
const suffered =
  "(?:[被受]到?.*?(?:通报(?!表[扬彰])|处[分罚理]|约谈|问责|查处|立案|批评|曝光|挂牌|追究|警告|列入|否决))";
const bad =
  /事故|事件|案件|上访|集访|信访|[伤死]亡|违[纪法反规]|腐败|舆情|污染|超标|通报|否决|火灾|爆炸|失职|渎职|泄密|造假|虚报|重大|较大|特大|情[况形]|黑名单|失信/u;
/** 未发生, 无, 零事故, 不存在, 杜绝: with what stands between the two, as in 从未曾发生. */
const denied = new RegExp(
  `(?:从?未|没有?|无|不|零|杜绝|避免)(?:曾|再|有|经|得|能|予|会|出现|发生)*(?:${happening}|[被受]到?|列入|收到|发现|涉及)?过?`,
  "gu",
);
const counts =
  /(\d+(?:\.\d+)?|[零〇一二两三四五六七八九十百]+)(?:多|余)?(?:起|件|次|例|人|宗|项|名|个|条|户|处)(?!以[上内下])/gu;
const quantity = /^(\d+|[零〇一二两三四五六七八九十百]+)(?:起|件|次|例|宗|项|个|人)?$/u;

const isZero = (number: string): boolean => /^(?:0+(?:\.0+)?|[零〇]+)$/u.test(number);

/**
 * How an official reads a cell of 一票否决: 无此情况, 零事故 and 否（未发生） say no, 是（信访） and 发生较大事故1起 say yes;
 * 待定, 已整改 and a bare name of a matter say neither.
 */
export function vetoAnswer(text: string): VetoAnswer {
  const said = text
    .normalize("NFKC")
    .toLowerCase()
    .trim()
    .replace(/[。.!！;；,，]+$/u, "");
  if (said === "") return "nothing";
  const whole = ofWord(said);
  if (whole) return whole;
  const ticked = tickedOf(said.replace(/\s/gu, ""));
  if (ticked) return vetoAnswer(ticked);
  const tight = said.replace(/\s/gu, "");
  if (open.test(tight)) return "unclear";
  // 否(未发生): what stands in brackets says the same, or it is not clear.
  const inside = [...tight.matchAll(/[([]([^()[\]]*)[)\]]/gu)].map(([, words = ""]) => words);
  const outside = tight.replace(/[([][^()[\]]*[)\]]/gu, "");
  const choices = outside.split("/").map(ofWord);
  if (choices.length > 1 && new Set(choices).size > 1) return "unclear";
  const parts = [outside, ...inside]
    .flatMap((part) => part.split(/[,，。;；、/]|但|并且?|且/u))
    .filter(Boolean);
  const answers = parts.map((part) => ofWord(part) ?? ofClause(part));
  const [first] = answers;
  if (inside.length > 0 && answers.includes("happened") && answers.includes("nothing")) return "unclear";
  if (answers.includes("happened")) return "happened";
  // The rest of 无,全年安全生产形势平稳 only tells more.
  return first === "nothing" || answers.every((one) => one === "nothing") ? "nothing" : "unclear";
}

/** True for 是, 无 and 1起, which name no matter. */
export const isBareAnswer = (text: string): boolean =>
  ofWord(text.normalize("NFKC").toLowerCase().trim()) !== undefined;

function ofWord(said: string): VetoAnswer | undefined {
  if (yes.test(said)) return "happened";
  if (no.test(said)) return "nothing";
  const [, number] = quantity.exec(said) ?? [];
  return number === undefined ? undefined : isZero(number) ? "nothing" : "happened";
}

const occurred = new RegExp(`${happening}|${suffered}`, "u");
const onlyCounts =
  /^(?:有|共|计|累计|发生|各|全年|\d+月)*(?:\d+|[一二两三四五六七八九十百]+)(?:起|件|次|例|宗|人|项|个)$/u;

/** 发生事故1起 is an event that nothing denies; 事故0起 is none; 开展检查3次 is neither. */
function ofClause(said: string): VetoAnswer {
  const numbers = [...said.matchAll(counts)].map(([, number = ""]) => number);
  if (numbers.length > 0 && numbers.every(isZero)) return "nothing";
  if (onlyCounts.test(said)) return "happened";
  const rest = said.replace(denied, " ");
  const isDenied = rest !== said;
  if (!isDenied && work.test(said)) return "unclear";
  const counted = numbers.some((number) => !isZero(number));
  const event = occurred.exec(rest);
  if (event) {
    // 发生无人员伤亡事故1起: the denial comes after what happened.
    if (isDenied && rest.indexOf(" ") < event.index) return counted ? "unclear" : "nothing";
    const object = rest.slice(event.index + event[0].length);
    return object === "" || counted || bad.test(event[0] + object) ? "happened" : "unclear";
  }
  if (isDenied) {
    const object = rest.slice(rest.indexOf(" ") + 1);
    return counted || failing.test(object) ? "unclear" : "nothing";
  }
  return counted && bad.test(said) ? "happened" : "unclear";
}

/** 未按期完成, 未达标, 不合格: what is denied here is that all is well. */
const failing = /^(?:法[核判认确查]|按|完成|达|合格|通过|落实|履|及时|到位|足|如|够|力|好|实|理想|知|清|详)/u;

/** ☑是□否, 是□否√: the choice that bears a tick. */
function tickedOf(said: string): string | undefined {
  if (!/[□☐]/u.test(said) || !/[√✓✔☑■]/u.test(said)) return undefined;
  const before = /^[□☐√✓✔☑■]/u.test(said);
  return (before ? /[√✓✔☑■]([是否有无])/u : /([是否有无])[√✓✔☑■]/u).exec(said)?.[1];
}
