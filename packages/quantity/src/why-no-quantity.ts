/** Why a text is no quantity (不是量值的原因). */
export type NoQuantity =
  | "empty"
  | "notApplicable" // —, /, 不涉及
  | "pending" // 待下达
  | "text" // words, no number
  | "several" // more than one quantity
  | "ordinal" // 第3批
  | "name" // 8号线, 三名工程, 1-2期
  | "date"
  | "time"
  | "telephone"
  | "code" // leading zeros, card numbers, 文号
  | "numbering" // 1.2.3, 2.10项
  | "ratio" // 1:2, 1/3
  | "lookalike" // 2O5: a letter among digits
  | "bracketed" // （12）: a number of an item or a negative amount, nobody can say
  | "percentOrPoints" // 增长5个点
  | "indefinite" // 几十个, 数百户, 上千人
  | "tooLong";
