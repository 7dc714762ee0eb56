import { empty, emptyEnd } from "./name-words.ts";

const stop =
  /[,。;:()\n\d]|(?:并(?!网|轨)|及|和(?!谐|平|睦|解)|建设任务|的建设|投入使用|主体|全部|开工|竣工|以上|以下)|(?:要|应|将|须)(?=[在于投按达完修建实全])|[在于](?=今年|年|汛期|本月|\d)|(?=[二两三四五六七八九十][个所条处座家户项名])/;
const longest = 24;
const shortList = 20;

/** 3家 年销售收入达10亿元的企业: the thing has a number of its own. */
const measuredThing = /^[\u3400-\u9fff]{2,10}[\d.]+[\u3400-\u9fff%]{1,4}的[\u3400-\u9fff]{2,8}/;

/** The thing that stands right behind a number, as far as its clause goes; 标准 moves to its end (量词后的名词). */
export function thingBehind(text: string, end: number): string {
  const behind = text.slice(end, end + 40);
  if (!/^[\u3400-\u9fff“”"]/.test(behind)) return "";
  const measured = measuredThing.exec(behind)?.[0];
  if (measured) return measured;
  const words = firstOfList(withQuotes(behind.slice(0, cut(behind)))).slice(0, longest);
  const standard = /^的?标准(?!化|厂房|件)/.exec(words)?.[0];
  if (standard) return `${words.slice(standard.length).replace(empty, "")}标准`;
  const thing = words.replace(/^的/, "").replace(/[“"]$/, "");
  return thing.replace(/(?:集中|全部|陆续|年内|年底前?|力争|确保)$/, "").replace(emptyEnd, "");
}

const cut = (text: string): number => {
  const found = text.search(stop);
  return found < 0 ? text.length : found;
};

/** A quotation that is not closed is left out. */
function withQuotes(words: string): string {
  const open = words.lastIndexOf("“");
  return open > 0 && words.indexOf("”", open) < 0 ? words.slice(0, open) : words;
}

/** A list is one thing, 妇女、残疾人创业培训, unless it is long or its next member has a number or verb of its own. */
function firstOfList(words: string): string {
  const at = words.indexOf("、");
  if (at < 0) return words;
  return words.length > shortList || /、(?:新建|改|扩|培|组|举|开)|[、]$/.test(words)
    ? words.slice(0, at)
    : words;
}
