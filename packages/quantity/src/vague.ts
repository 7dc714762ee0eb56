/** Words that set a time without a date, the longer first where one holds another (模糊时限用语). */
const words = (
  "汛期来临前 主汛期前 汛期前 汛前 汛期 供暖期前 供暖前 采暖期前 采暖前 供暖期 采暖期 入冬前 封冻前 上冻前 雨季前 开学前 春节前 元旦前 国庆节前 国庆前 中秋前 五一前 " +
  "七一前 八一前 十一前 六一前 高考前 常态化 常年 长期坚持 长期 持续推进 持续 全年持续 全程 每季度 每半年 每周 每日 每天 每年 每月 随时 适时 尽快 及时 近期 立即 " +
  "按时间节点 按序时进度 按进度 按期 按上级要求 按要求 根据实际 视情况 待定 另行通知 年内 阶段性 经常性 即时 实时 长效"
).split(" ");
const relative = /[\d一二两三四五六七八九十]{1,4}(?:个月|天|日|周|个工作日|年)(?:之|以)?内/;

/** The first word of a text that leaves its time open, or undefined. */
export function vagueWord(text: string): string | undefined {
  return relative.exec(text)?.[0] ?? words.find((word) => text.includes(word));
}
