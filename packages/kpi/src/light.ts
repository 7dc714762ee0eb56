/**
 * 绿 黄 红, or why there is none: 未到节点, 未报, 待下达, 不涉及 (灯).
 */
export type Light = "green" | "yellow" | "red" | "notDue" | "unreported" | "pending" | "notApplicable";
