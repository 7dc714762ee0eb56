/** A number with its noun. @example plural(2, "task") // "2 tasks" */
export const plural = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;
