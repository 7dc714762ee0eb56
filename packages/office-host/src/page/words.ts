/** What the page itself says, in both languages. */
export const words = {
  "zh-CN": {
    hint: "这里没有Excel：左边是示例工作簿，可以编辑；右边是真正的台账窗格。数据不出本机，关掉页面即恢复原样。",
    formula: "编辑栏",
    tabs: "工作表",
    ribbon: "功能区“台账”",
    pane: "台账窗格",
    protectedCell: "这张表受保护，不能改。",
    window: "Excel会在新窗口打开这个工作簿；本页只有一本，已略过。",
  },
  en: {
    hint: "There is no Excel here: on the left the example workbook, which you can edit; on the right the real Taizhang pane. Nothing leaves this computer; closing the page restores everything.",
    formula: "Formula bar",
    tabs: "Sheets",
    ribbon: "Ribbon tab Taizhang",
    pane: "Taizhang pane",
    protectedCell: "This sheet is protected.",
    window: "Excel would open that workbook in a new window; this page has one only and leaves it.",
  },
} as const;
