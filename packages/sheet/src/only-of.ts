/** The only one of a list; undefined for none and for several (唯一的一个). */
export const onlyOf = <T>(list: readonly T[] = []): T | undefined =>
  list.length === 1 ? list[0] : undefined;
