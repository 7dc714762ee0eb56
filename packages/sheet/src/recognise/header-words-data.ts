import type { Field } from "../field.ts";

/** The file of header words: see data/header-words.json (表头词表). */
export interface HeaderWords {
  readonly fields: readonly {
    readonly field: Field;
    readonly label: Readonly<Record<"zh-CN" | "en", string>>;
    readonly words: readonly string[];
  }[];
  /** Words that mean little without the heading above them: 累计, 数量, 单位. */
  readonly weak: readonly string[];
  /** Words that stand over several columns and qualify them without being an indicator: 完成情况. */
  readonly groups: readonly string[];
  readonly combinations: readonly {
    readonly field: Field;
    readonly has: readonly (readonly string[])[];
    readonly not: readonly string[];
  }[];
  /** Words of lists that are no target sheets: 姓名, 单价. */
  readonly list: readonly string[];
}
