/** A name as a file may bear it on every system (文件名): no slashes, no signs of shells, not longer than 80. */
export const fileName = (name: string): string =>
  name
    .replace(/[\\/:*?"<>|\p{Cc}]+/gu, "_")
    .replace(/^[.\s]+|[.\s]+$/g, "")
    .slice(0, 80) || "_";

/** Names that differ from each other, whatever the case (文件名). @example distinct(["甲", "甲"]) // ["甲", "甲(2)"] */
export function distinct(names: readonly string[]): string[] {
  const used = new Set<string>();
  return names.map((name) => {
    let free = name;
    for (let count = 2; used.has(free.toLowerCase()); count++) free = `${name}(${count})`;
    used.add(free.toLowerCase());
    return free;
  });
}
