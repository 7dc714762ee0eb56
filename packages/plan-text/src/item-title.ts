const longest = 32;

/** The title of an item: the sentence or clause that names it, without what stands in brackets (任务名称). */
export function itemTitle(text: string): string {
  const first = (text.split("\n", 1)[0] ?? "").trim();
  const bare = first.replace(/\((?:责任|牵头|配合|协办|主办|由)[^()]*\)?/g, "").replace(/[:\s]+$/, "");
  const sentence = bare.split(/[。;:!]/, 1)[0] ?? "";
  if (sentence.length >= 2 && sentence.length <= longest) return sentence;
  const clause = sentence.split(/,/, 1)[0] ?? "";
  if (clause.length >= 4 && clause.length <= longest) return clause;
  return (clause || sentence || bare).slice(0, longest);
}
