/** A name cut in the middle, its ending kept. @example middle("民生实事完成情况统计表10月.xlsx", 14) // "民生实事完…10月.xlsx" */
export function middle(name: string, most: number): string {
  const signs = [...name];
  if (signs.length <= most) return name;
  const end = Math.min(9, Math.floor(most / 2));
  return `${signs.slice(0, most - end - 1).join("")}…${signs.slice(-end).join("")}`;
}
