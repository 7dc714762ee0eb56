import type { Severity } from "@taizhang/finding";

/** The words of the pages 说明, 改列 and 设置 in Chinese (各页用语). */
export const pageWords = {
  explain: {
    explain: "说明…",
    confirm: "核实无误…",
    ignore: "忽略",
    release: "放行…",
    title: (severity: Severity, code: string, title: string, ref: string) =>
      `${{ A: "放行", B: "说明", C: "核实", D: "忽略" }[severity]}：${code} ${title} ${ref}`,
    what: (severity: Severity, least: number) =>
      severity === "D"
        ? "忽略的原因（可以不填，随文件保存）"
        : `${{ A: "放行理由", B: "情况说明", C: "核实情况" }[severity]}（至少${least}个字，随文件保存）`,
    often: "常用：",
    phrases: ["口径调整", "集中补报", "数据更正"],
    by: "填写人",
    count: (count: number) => `已${count}字`,
    more: (count: number) => `还差${count}个字`,
    changed: "数据又变了，请重新说明",
    releaseNote: "放行要写明姓名和理由，会印在合计上",
    creates: "会新建“台账设置”表，存放设置和说明",
    save: { A: "放行", B: "记下说明", C: "核实无误", D: "忽略" } as Record<Severity, string>,
    cancel: "取消",
  },
  columns: {
    title: "列的含义",
    count: (all: number, known: number) => `${all}列认出${known}列`,
    header: (first: number, last: number) => `表头第${first === last ? first : `${first}—${last}`}行`,
    choose: "请选择",
    example: (samples: string) => `例：${samples}`,
    save: "保存并重新检查",
    automatic: "恢复自动识别",
    ask: "把设置记在本文件的“台账设置”表？",
    keep: "记下",
    once: "只这次用",
    sure: {
      same: "表头相同",
      data: "表头、数字",
      two: "两种可能",
      unsure: "请核对",
      none: "没有认出",
      corrected: "您已更正",
    },
  },
  settings: {
    title: "设置",
    inFile: "存在本文件，同事打开也一样",
    rules: (all: number, off: number) => `检查规则 ${all}条${off > 0 ? `，停用${off}条` : ""}`,
    see: "查看",
    defaults: "恢复默认",
    followExcel: "跟随Excel",
    light: "亮灯标准",
    lightOf: (name: string, points: readonly string[]) =>
      `${name === "default" ? "一般" : name === "strict" ? "从严" : name}（落后${points.join("、")}个百分点）`,
    pace: "序时进度",
    byMonth: "按月",
    byDay: "按日",
    least: "说明最少字数",
    here: "存在本机",
    language: "语言",
    look: "外观",
    looks: { auto: "跟随Excel", light: "浅色", dark: "深色" },
    save: "记在本文件",
    ownRules: "规则的启用和级别在“台账设置”表里改，自编规则在“台账规则”表",
  },
};
