const longest = 48;
/** Two clauses are a title where they are this short. */
const shortPair = 18;

/** The title of an item: the sentence or clause that names it, without what stands in brackets (任务名称). */
export function itemTitle(text: string): string {
  const first = (text.split(/[\n\t]/, 1)[0] ?? "").trim().replace(/^[●■★◆▲▪•·*]\s*/, "");
  const bare = first
    .replace(/\((?:责任|牵头|配合|协办|主办|由)[^()]*\)?/g, "")
    .replace(/(?<![:,\s])[:,\s]+$/, "");
  const sentence = bare.split(/[。;:!]/, 1)[0] ?? "";
  if (sentence.length >= 2 && sentence.length <= (sentence.includes(",") ? shortPair : 32))
    return sentence.replace(/\([^()]*$/, "");
  const clause = sentence.split(/,/, 1)[0] ?? "";
  if (clause.length >= 4 && clause.length <= longest) return clause.replace(/\([^()]*$/, "");
  return cutTitle(clause || sentence || bare);
}

/** A title that is too long ends behind a member of its list, outside of brackets and quotes, else where it must. */
function cutTitle(words: string): string {
  if (words.length <= longest) return words;
  let depth = 0;
  let end = 0;
  for (let at = 0; at < longest; at++) {
    const letter = words.charAt(at);
    if (/[(“《]/.test(letter)) depth += 1;
    else if (/[)”》]/.test(letter)) depth -= 1;
    else if (letter === "、" && depth === 0 && at >= 8) end = at;
  }
  return end > 0 ? `${words.slice(0, end)}等` : words.slice(0, longest);
}
