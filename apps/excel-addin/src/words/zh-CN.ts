import type { Severity } from "@taizhang/finding";
import type { Light } from "@taizhang/kpi";
import type { WaitingAct } from "../state/notice.ts";
import type { Done } from "../state/undo.ts";
import type { FailureKind } from "../workbook/failure.ts";
import { pageWords } from "./zh-CN.pages.ts";
import { rollUpWords } from "./zh-CN.roll-up.ts";

/** 2016-10 as 2016年10月. */
const periodText = (period: string): string => {
  const [, year, month, quarter] = /^(\d{4})(?:-(\d{2})|Q([1-4]))?$/.exec(period) ?? [];
  if (year === undefined) return period;
  if (month) return `${year}年${Number(month)}月`;
  return quarter ? `${year}年${"一二三四"[Number(quarter) - 1]}季度` : `${year}年`;
};

const monthOnly = (period: string): string =>
  /^\d{4}-(\d{2})$/.exec(period)?.[1]?.replace(/^0/, "").concat("月") ?? periodText(period);

/** A plan for a year has no month yet. */
export const isYear = (period: string): boolean => /^\d{4}$/.test(period);

/** The words of the pane in Chinese: an official's plain, courteous Chinese (中文用语). */
export const zhCN = {
  tabs: { check: "检查", rollup: "汇总" },
  period: periodText,
  /** Between names in a sentence. */
  comma: "、",
  /** After the name of what follows. */
  colon: "：",
  severities: {
    A: "必须改（强制）",
    B: "改或说明（准强制）",
    C: "请核实（核实）",
    D: "提示",
  } as Record<Severity, string>,
  severityShort: { A: "必须改", B: "改或说明", C: "核实", D: "提示" } as Record<Severity, string>,
  lights: {
    green: "●绿",
    yellow: "▲黄",
    red: "◆红",
    notDue: "○未到节点",
    unreported: "○未报",
    pending: "○待下达",
    notApplicable: "○不涉及",
  } as Record<Light, string>,
  card: {
    targetSheet: "目标任务表",
    notTargetSheet: "不是目标任务表",
    short: (tasks: number | undefined, period: string) =>
      [
        tasks === undefined ? "" : `${tasks}项`,
        period === "" ? "" : isYear(period) ? `${period}年` : `到${monthOnly(period)}`,
      ]
        .filter((part) => part !== "")
        .join("，"),
    about: (tasks: number | undefined, departments: number, divisions: number, period: string) =>
      [
        tasks === undefined
          ? ""
          : `${tasks}项任务${departments > 0 ? `、${departments}个部门` : divisions > 0 ? `、${divisions}个地区` : ""}`,
        isYear(period) ? `${period}年` : period === "" ? "" : `数据到${monthOnly(period)}`,
      ]
        .filter((part) => part !== "")
        .join("，"),
    headers: (first: number, last: number, all: number, known: number) =>
      `表头第${first === last ? first : `${first}—${last}`}行，${all}列认出${known}列`,
    columns: "改列",
    lights: "灯",
    unreported: (count: number) => `未报${count}`,
    noLight: (count: number) => `无灯${count}`,
    doneOf: (count: number) => `已完成${count}项`,
    ledger: "只分解任务，没有完成数，不亮灯",
    expand: "展开表卡",
    collapse: "收起表卡",
    reason: (reason: string) => `原因：${reason}`,
    looked: (rows: number, columns: number) => `（看过第1—${rows}行，共${columns}列）`,
    empty: "这张表还没有内容",
    others: "本工作簿里的目标表：",
    tasks: (count: number) => `${count}项`,
    go: "转到",
    setHeader: "指定表头行…",
    formats: "只查数字和日期格式",
    formatsNone: "数字和日期格式没有发现问题",
  },
  header: {
    title: "指定表头行",
    how: "请在表里选中表头所在的行，再点“用选中行作表头”",
    take: "用选中行作表头",
    selected: (first: number, last: number) => `已选中第${first === last ? first : `${first}—${last}`}行`,
    tooMany: "选中的行太多，请只选表头",
  },
  check: {
    reading: "正在读取",
    checking: "正在检查",
    cancel: "取消",
    progress: (all: boolean, sheets: number) => (all ? `正在检查全部${sheets}张表` : "正在检查"),
    quarter: (done: number, of: number) => `已查${done}张，共${of}张`,
    foundSoFar: "现已发现",
    mayGoOn: "可以继续在表里填写，不影响检查",
    count: (shown: number, all: number, mended: number) =>
      (shown === all ? `${all}条，按轻重排列` : `显示${shown}条，共${all}条`) +
      (mended > 0 ? `，已改好${mended}条` : ""),
    department: "部门",
    allDepartments: "部门",
    scope: "范围",
    thisSheet: "本表",
    everySheet: "全部表",
    allSheets: "全部表",
    exportList: "导出",
    exportResult: "导出检查结果",
    marks: "标记",
    view: "查看",
    explained: (explained: number, ignored: number) => `已说明${explained}条，已忽略${ignored}条`,
    fixAll: (count: number) => `一键修正${count}处…`,
    moreRows: (more: number, left: number) =>
      more === left ? `再显示${more}条` : `再显示${more}条，还有${left}条`,
    mended: "已改好",
    currentCell: "当前单元格",
    fresh: (count: number) => `新发现${count}条`,
    nothingMatches: "没有符合条件的",
    clearFilters: "清除筛选",
    clean: "本表没有必须改的问题",
    cleanAll: "本表没有发现问题",
    cleanPart: "查过的部分没有必须改的问题",
    notesRemain: (count: number) => `还有提示${count}条，可以不处理`,
    looked: (tasks: number | undefined, columns: number, cells: number, rules: number) =>
      `查了${tasks === undefined ? "" : `${tasks}项任务、`}${columns}列、${cells}格，用规则${rules}条`,
    at: (time: string) => `${time}检查，之后的改动随改随查`,
    next: "下一步",
    toRollUp: "去汇总",
    again: "重新检查",
  },
  detail: {
    before: "修正前",
    after: "修正后",
    text: "文本",
    number: "数字",
    empty: "空",
    formula: "公式",
    total: (ref: string) => `合计${ref}`,
    moreTotals: (count: number) => `另有${count}处合计也变`,
    unknownTotals: (places: string, count: number, more: boolean) =>
      `改后由Excel算出：${places}${more ? `等${count}格` : ""}`,
    fix: "修正",
    fixAlike: (count: number) => `同类${count}处一起改…`,
    previous: "上一条",
    next: "下一条",
    mustFix: "这类问题要改，不能用说明代替",
    noFix: "这一条需要您在表里改",
    likeOthers: (count: number) => `应为数字，与本列其余${count}格一致`,
    go: "转到",
    related: "另见",
    moreCells: (count: number) => `另有${count}格一起改`,
    about: (code: string) => `了解${code}`,
    hidden: (ref: string, what: "row" | "column") => `${ref}在隐藏的${what === "row" ? "行" : "列"}里`,
    showAndGo: "显示并转到",
  },
  about: { found: "这样的会报出", leftAlone: "这样的不报" },
  fixes: {
    title: (title: string, code: string) => `一键修正：${title} ${code}`,
    about: (count: number) => `勾选${count}格，只改数值，不改格式`,
    aboutFormat: (count: number) => `勾选${count}格，改数值，并把文本格式改为常规`,
    left: (count: number) => `不改${count}处，请在表里核对：`,
    stale: (count: number) => `${count}处与检查时的内容不同，没有列入`,
    fix: (count: number, rest: boolean) => (rest ? `修正其余${count}格` : `修正${count}格`),
    nowIs: (before: string, now: string) => `${before}，现为${now}`,
    again: "重新检查",
    cancel: "取消",
    canUndo: "改后可以撤销",
    others: "相关合计的变化：",
  },
  said: {
    found: (total: number, must: number, elsewhere: number, noTargets = false) =>
      [
        total > 0
          ? `发现${total}条，${must > 0 ? `其中${must}条必须改` : "没有必须改的"}`
          : noTargets
            ? ""
            : "没有发现问题",
        elsewhere > 0 ? `其他表${elsewhere}条` : "",
      ]
        .filter((part) => part !== "")
        .join("；"),
    fixed: (cells: number, skipped: number, left: number) =>
      `改好${cells}格${skipped > 0 ? `，跳过${skipped}格（内容已变）` : ""}，还有${left}条`,
    explained: "已记下，本条不再计数",
    released: "已放行，姓名和理由会印在合计上",
    ignored: "已忽略，本条不再计数",
    kept: "已记在本文件，下次直接用",
    exported: (sheet: string, rows: number) => `已把${rows}条导出到新表“${sheet}”`,
    rolledUp: (expected: number, reported: number) => `汇总完成，应报${expected}，实报${reported}`,
    filesAdded: (usable: number, unusable: number) =>
      `已加入${usable}个${unusable > 0 ? `，${unusable}个用不了` : ""}`,
    cancelled: "已取消，没有写入表格",
    checkCancelled: (sheets: number) => (sheets === 0 ? "已取消" : `已取消，查完的${sheets}张保留`),
    filesWanted: (files: number) => `请先选择${files}个来源文件`,
    rollUpCancelled: (read: number) =>
      read === 0 ? "已取消，没有写入表格" : `已取消，没有写入表格；读完的${read}个保留，可以接着汇总`,
    written: (sheet: string) => `已写入“${sheet}”表`,
    refreshed: (cells: number) => (cells === 0 ? "没有变化" : `已更新${cells}格`),
    removed: "已撤销写入",
    sheetRemoved: (sheet: string) => `已撤销，“${sheet}”表已去掉`,
    notOurs: (sheet: string) => `没有写入：已有一张“${sheet}”表不是台账写的，请先把它改名`,
    sheetHidden: (sheet: string) => `“${sheet}”表是隐藏的，请先在Excel里取消隐藏`,
    sheetVeryHidden: (sheet: string) => `“${sheet}”表藏得较深，Excel的“取消隐藏”里没有它，请找做表的人`,
    marksKeptOut: (count: number, sheets: string) => `有保护的${count}张表标记不动：${sheets}`,
    mendedMeanwhile: "这一条刚才已经改好，不用说明",
    edited: "表里有您的改动，没有撤销；如不需要，可自行删除该表",
    copied: "已复制",
    exampleOpened: "示例表已在新窗口打开，您的表没有动",
    noHeaderRows: "没有采用：请在表里选中表头所在的行",
    headerUnused: "没有采用：选中的行没有文字，或下面没有内容",
    automatic: "已恢复自动识别",
    back: "已恢复",
    undone: (cells: number, skipped: number) =>
      skipped > 0 ? `恢复${cells}格，${skipped}格之后又改过，没有动` : `已恢复${cells}格`,
  },
  failures: {
    editing: "正在编辑单元格，没有写入。请在表里按Enter或Esc结束编辑，再试一次",
    protected: "本表有保护，没有写入。要修改，先在“审阅”里解除工作表保护",
    structure: "工作簿结构有保护，不能增减表，没有写入。要写入，先在“审阅”里解除工作簿保护",
    gone: "工作表或单元格已经不在，没有写入。请重新检查",
    tooLarge: "内容太多，Excel一次放不下，没有写入",
    lost: "与Excel失去联系，没有写入任何内容",
    unclear: "与Excel失去联系，还不清楚有没有写入。恢复后请先看表，再决定是否重做",
    cancelled: "已取消，没有写入",
    partly: "只删掉了一部分表，其余请再试一次",
    busy: "没有写入，Excel正忙",
  } as Record<FailureKind, string>,
  notRechecked: "没能重新检查，Excel正忙",
  again: "再试一次",
  wait: {
    title: "正在编辑单元格",
    how: "在表里按Enter或Esc结束编辑，随后自动继续",
    waiting: ({ what, cells = 0 }: WaitingAct) =>
      `等待中：${
        {
          fix: `修正${cells}格`,
          undo: "撤销",
          summary: "写入汇总表",
          refresh: "刷新汇总表",
          removal: "撤销写入",
          settings: "记下设置",
          marks: "标记",
          export: "导出",
        }[what]
      }`,
    continued: (said: string) => `已继续，${said}`,
    cancel: "取消",
  },
  contact: { reconnecting: "正在重连…", again: "重试" },
  notCome: "这一部分没有打开，可能是网络不通。检查结果都在，可以接着用",
  states: {
    protected: "本表有保护：可以检查，不能写入",
    protectedHow: "要修改：先在“审阅”里解除工作表保护",
    cellLocked: "这一格有保护，不能写入；先在“审阅”里解除工作表保护",
    unlocked: (count: number) => `其中${count}格没有锁定，可以修正`,
    view: "查看",
    viewAll: "看全部",
    structure: "工作簿结构有保护，不能加表",
    copyList: "复制清单",
    toNewSheet: "把清单写到新表",
    large: (cells: string, time: string) =>
      `本工作簿约${cells}格，全部检查${time === "" ? "要花一些时间" : time}`,
    about: (seconds: number) => (seconds < 90 ? `约${seconds}秒` : `约${Math.round(seconds / 60)}分钟`),
    largeSelection: "只查选中区域",
    largeSheet: "只查正在看的表",
    largeRows: "每张表只查前5万行",
    largeAll: "全部检查，可随时取消",
    start: "开始检查",
    partRows: "只查了前5万行，没有核对合计",
    partSheet: "只查了这张表",
    partSelection: (first: number, last: number) => `只查了第${first}—${last}行，没有核对合计`,
    checkAll: "全部检查",
    partly: (checked: number, of: number) => `查完${checked}张，共${of}张，其余没有查`,
    offline: "已断网。检查和汇总照常，数据不出本机",
    otherChanged: (count: number, cells: string) => `其他人刚改了${count}格：${cells}`,
    previewUpdated: (count: number) => `预览已更新，这${count}格不再勾选`,
    marksFirst: "加上标记以后，这个版本的Excel撤销不了之前的操作；关掉“标记”就能去掉标记",
    addMarks: "加标记",
    notNow: "先不加",
    marksLeft: "表里留有标记",
    clear: "清除",
    failed: "没有读成这个工作簿",
  },
  first: {
    title: "台账：在Excel里查表、改表、汇总",
    look: "只看不改：检查不会动表里的任何内容",
    see: "先看后改：每处修正先给出前后对比",
    stay: "数据不出本机：不联网也能用",
    show: "看这张表的检查结果",
    example: "看示例表",
    later: "以后从功能区“台账”选项卡打开",
  },
  ...pageWords,
  ...rollUpWords,
  footer: {
    undo: (what: Done["what"], cells: number) =>
      ({
        fix: `撤销：修正${cells}格`,
        summary: `撤销：刷新${cells}格`,
        explanation: "撤销：记下说明",
        columns: "撤销：更改列的含义",
        settings: "撤销：记下设置",
        export: "撤销：导出",
      })[what],
    excelCannot: "这个版本的Excel撤销不了窗格写的内容，请用窗格的“撤销”",
    settings: "设置",
    help: "帮助",
  },
  back: "返回",
};

export type PaneWords = typeof zhCN;
