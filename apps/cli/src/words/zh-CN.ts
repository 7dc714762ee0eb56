import { dayText, dueText, periodText } from "./dates.zh-CN.ts";
import { helpZhCN } from "./help.zh-CN.ts";
import type { Words } from "./words.ts";

const presets: Readonly<Record<string, string>> = {
  linear: "按比例",
  steps: "分档",
  deduct: "扣分",
  best: "比同组最好",
  efficacy: "功效系数",
};

export const zhCN: Words = {
  help: helpZhCN,
  usage: {
    unknownOption: (option) => `没有“${option}”这个选项。`,
    missingArgument: (name) => `还缺少${name}。`,
    missingOption: (option) => `请给出“${option}”。`,
    missingValue: (option) => `选项“${option}”后面要跟一个值。`,
    unknownCommand: (name) => `没有“${name}”这个命令。`,
    tooMany: "给的参数多了，请核对。",
    badBy: (given, allowed) => `不能按“${given}”汇总；可以用：${allowed}。`,
    badPreset: (given, allowed) => `没有“${given}”这种计分办法；可以用：${allowed}。`,
    badTotal: (given) => `无法识别应有总分“${given}”；请写成100或1000。`,
    noRegister: (file) => `“${file}”里没有收件登记；请用 --before 指明上次收件时写出的收件登记。`,
    otherRegister: (file, own, asked) =>
      `“${file}”是${own}的收件登记，本次收的是${periodText(asked)}的报表；请用 --before 指明这一期上次的或前几期的收件登记，首次收件的不用给。`,
    badPeriod: (given) => `无法识别报告期“${given}”；请写成2016、2016-10或2016Q3。`,
    badMonths: (months) => `“${months}”不是月份；请写1至12，用逗号隔开，不能十二个月都不计。`,
    badDay: (given) => `无法识别日期“${given}”；请写成2016-10-25。`,
    badYear: (given) => `无法识别年度“${given}”；请写成2016。`,
    badLang: (given) => `没有“${given}”这种语言；可以用zh-CN或en。`,
    fixNeedsOut: "使用 --fix 时请用 -o 指明改好的文件写到哪里；原文件不会改动。",
    badSplitBy: (given) => `不能按“${given}”拆分；可以用：lead、town、program。`,
    badCode: (given) => `没有代码为“${given}”的行政区划，请核对。`,
    exists: (file) =>
      `“${file}”已经有了，不是台账写出的原样文件，没有覆盖；请换一个文件名，确要覆盖的请加 --force。`,
    sameFile: (file) => `“${file}”是原文件，不能覆盖；请换一个位置。`,
    sameName: (file) => `有两个文件都叫“${file}”，后一个没有写出；请分开处理。`,
    seeHelp: "用法见 taizhang --help。",
  },
  file: {
    cannotReadPlan: (reason) => `这个文件里没有读到计划文本（${reason}）；请另存为.txt或.docx再试。`,
    notFound: (input) => `找不到“${input}”，请核对文件名或文件夹。`,
    notAmongReturns: (file) =>
      `“${file}”由 --reviewed 列为已审，但不在本次汇总的文件之中，没有计入；请把它也列入要汇总的文件，或核对是否给错了文件。`,
    cannotRead: (reason) => `文件无法读取（${reason}），请核对权限或另存一份。`,
    stopped: (mark) =>
      `${mark}已停止处理这个文件，没有检查，也没有计入；经核实不涉密的，请删去标志，或在“台账设置”表中写明姓名和理由放行。`,
    repeated: (file, same) => `“${file}”与“${same}”是同一个文件，只读一次。`,
    cannotWrite: (file, reason) =>
      `“${file}”没有写成（${reason}）；请核对文件夹是否存在、文件是否已在Excel中打开。`,
    written: (file) => `已写出 ${file}`,
  },
  progress: (done, total, file) => `正在读取 ${done}/${total}：${file}`,
  check: {
    noTables: (file, sheets) =>
      `“${file}”里没有可以检查的目标任务表：\n${sheets.map(([name, reason]) => `  《${name}》${reason}`).join("\n")}\n`,
    none: (files, without) =>
      files === without
        ? "没有可以检查的文件。"
        : `查了${files - without}个文件，没有发现问题。${without > 0 ? `另有${without}个文件没有可以检查的表。` : ""}`,
    total: (files, { A, B, C, D }) =>
      `查了${files}个文件：必须改（A）${A}条，改或说明（B）${B}条，请核实（C）${C}条，提示（D）${D}条。`,
    severities: { A: "A 必须改", B: "B 改或说明", C: "C 请核实", D: "D 提示" },
    fixable: "可一键修正",
    settled: (count) => `另有${count}条已说明、放行或忽略，不计在内。`,
    state: (state, reason, by) =>
      `${{ explained: "已说明", released: "已放行", ignored: "已忽略" }[state]}${reason === "" ? "" : `：${reason}`}${by === "" ? "" : `（${by}）`}`,
    fixed: (cells, file) => `改好${cells}格，写到 ${file}（原文件未动）`,
    unmerged: (content) => `取消合并，各格都填${content}`,
    skipped: (cells) => `另有${cells}格没有改：与检查时的内容不同，或需在Excel中处理。`,
  },
  rollup: {
    nothing: "没有可以汇总的目标任务表。",
    unknown: "未识别",
    leftOut: (file, sheet, reason) => `未计入：${file}《${sheet}》${reason}`,
    period: (period) => `报告期：${periodText(period)}`,
    total: "合计",
    dimensions: { division: "地区", department: "单位", program: "工作板块", period: "期间" },
    headings: {
      indicator: "指标",
      unit: "计量单位",
      target: "目标",
      actual: "累计完成",
      completion: "指标完成率%",
      pace: "序时进度%",
      light: "灯",
      coverage: "实报/应报",
      missing: "缺报单位",
      parent: "上级上报数",
      difference: "差额",
      notes: "注",
    },
    counts: {
      total: "任务总数",
      done: "已完成",
      onTrack: "正常推进",
      behind: "滞后",
      overdue: "其中：逾期",
      notDue: "未到节点",
      unreported: "未报",
      rate: "任务完成率%",
    },
    lights: {
      green: "●绿",
      yellow: "▲黄",
      red: "◆红",
      notDue: "○未到节点",
      unreported: "○未报",
      pending: "○待下达",
      notApplicable: "○不涉及",
    },
    explained: "推导：",
    uncalculated: "○待计算",
    atLeast: (amount) => `至少${amount}`,
    tasks: "任务办理情况",
    notes: "注：",
    none: "—",
    openFindings: ({ A, B }) => `来源表还有必须改（A）${A}条、改或说明（B）${B}条的问题，请用 check 查看。`,
    followUps: {
      title: "督办清单",
      headings: ["任务", "牵头单位", "完成时限", "滞后（百分点）", "灯", "列入原因"],
      overdue: "已逾期",
      reasons: { twoMonths: "连续两个月滞后", thirdQuarter: "三季度末滞后" },
    },
    yearEnds: {
      title: "按目前进度推算，年底可能完不成的指标（仅供参考）",
      headings: ["指标", "计量单位", "目标", "年底预计", "能否完成", "依据的月份"],
      meets: { all: "预计能完成", none: "预计完不成", part: "难以确定" },
    },
    changes: {
      title: "同比、环比（数据齐全的才比）",
      headings: ["指标", "计量单位", "同比", "环比"],
      points: (points) => `${points}个百分点`,
      incomparable: "不可比",
    },
    differences: {
      title: "与以前报来的一版的不同",
      none: "与以前报来的一版相比，没有不同。",
      headings: ["单位", "指标", "任务", "哪一项", "原来", "现在", "相差"],
      kinds: { added: "新报", removed: "不再报" },
      fields: {
        target: "目标",
        actual: "完成数",
        standIn: "沿用数",
        status: "填报情况",
        light: "灯",
        pending: "待下达",
        unit: "计量单位",
      },
      statuses: { reported: "已填", missing: "未填", notApplicable: "不涉及", unusable: "不能用" },
    },
  },
  score: {
    nothing: "没有可以计分的目标任务表。",
    about: (preset, { since, own, early }, total) =>
      `计分办法：${presets[preset] ?? preset}（${own ? "本软件自定" : early ? `沿用${dayText(since)}起的办法，晚于本期` : `${dayText(since)}起适用`}），应有总分${total}分；加分、减分、报送扣分在外，得分相同的并列。`,
    evenWeights: "来源表没有写权重，各指标平均分配总分。",
    breadth: (group, fewest, most) =>
      `${group === "" ? "" : `${group}：`}各单位考核项数相差较大（最少${fewest}项，最多${most}项），项数少的单位一项得失就会改变位次，位次仅供任务量相近的单位之间比较；需要分组排名的，请在表里加“组别”一列。`,
    derivation: "计算过程：",
    headings: {
      rank: "位次",
      group: "组别",
      org: "单位",
      items: "考核项数",
      points: "指标得分",
      bonus: "加分",
      deduction: "减分",
      reporting: "报送扣分",
      vetoes: "一票否决事项",
      final: "最终得分",
      grade: "等次",
    },
    unranked: {
      unreported: "未报",
      nothingToScore: "无可计分指标",
      incomplete: "得分不全",
      weightsDiffer: "权重不符",
    },
    grade: (grade) => grade,
  },
  units: {
    types: {
      division: "行政区划",
      zone: "开发区",
      department: "部门",
      group: "一组单位",
      ambiguous: "有几种可能，请写全称或注明所在地区",
      unknown: "没有查到",
    },
    fields: {
      name: "名称",
      code: "代码",
      parent: "上级",
      from: "起",
      until: "止",
      successors: "后继",
      members: "包括",
      candidates: "可能是",
      suggestions: "是否为",
      evidence: "依据",
      document: "批准文号",
    },
  },
  parse: {
    untitled: "（无标题）",
    lead: "牵头",
    support: "配合",
    money: "资金",
    bounds: {
      eq: "",
      ge: "不少于",
      gt: "超过",
      le: "不超过",
      lt: "低于",
      range: "",
      approx: "约",
      stretch: "力争",
    },
    due: dueText,
    line: (number) => `第${number}行`,
    total: (items, targets, milestones, money) =>
      `共拆解任务${items}项：指标${targets}个，时间节点${milestones}个，资金${money}笔。`,
  },
  split: {
    nothing: "台账里没有可以下发的任务。",
    noTowns:
      "台账里没有由街乡牵头的任务，未按街乡拆分，仍按牵头单位拆分；如需街乡填报，请先在台账里写明牵头的街乡。",
    written: (files, folder) => `写出${files}个文件，在 ${folder}`,
    file: (org, rows, joint, file) =>
      `  ${org}：${rows}行${joint > 0 ? `（其中共同牵头${joint}行）` : ""}  ${file}`,
  },
  collect: {
    states: { missing: "未报", reported: "已报", sentBack: "退回", again: "重报" },
    empty: "（收到空表）",
    headings: {
      org: "单位",
      state: "状态",
      answered: "已报/应报",
      files: "份数",
      mustFix: "必须改",
      fixOrExplain: "改或说明",
    },
    total: (orgs, came, rows, taken) => `应报${orgs}家，实报${came}家；台账${rows}行，计入${taken}行。`,
    slip: (org, file) => `退回单：${org}  ${file}`,
    slipSheet: (org) => `退回单·${org}`,
  },
  inspect: {
    periodText,
    targetSheet: "目标任务表",
    notTargetSheet: "不是目标任务表",
    table: (range, first, last, shape) =>
      `${range}，表头第${first === last ? first : `${first}—${last}`}行，${shape === "long" ? "逐行列目标" : "地区为行、指标为列"}`,
    org: "填报单位",
    period: "报告期",
    column: "列",
    header: "表头",
    field: "含义",
    indicator: "指标",
    confidence: "把握",
    evidence: "依据",
    evidenceOf: (rule, saw) => {
      if (rule === "corrected") return "台账设置里已指定";
      if (/^(?:word|parts|group|ofOthers|measureAbove|block|pastYear)/.test(rule)) return `表头“${saw}”`;
      if (/^(?:data|known|names|firstTexts)/.test(rule)) return "本列内容";
      return "与其他各列对照";
    },
  },
};
