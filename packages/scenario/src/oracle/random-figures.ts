import type {
  Dimensions,
  Figures,
  ObservationFact,
  RollUpOptions,
  TargetFact,
  TaskFact,
} from "@taizhang/kpi";
import type { Indicator } from "@taizhang/model";
import { decimal } from "@taizhang/quantity";
import { factsOfLine } from "./random-lines.ts";
import type { IndicatorSpec, Line, WorldSpec } from "./random-specs.ts";

const year = "2016";
const names = ["子", "丑", "寅", "卯", "辰", "巳"];
const member = (name: string) => [{ name }];

/** Divisions in one, two or three levels, or the departments of one district. */
function orgsOf({ orgs, departments, levels }: WorldSpec): { org: string; dims: Dimensions }[] {
  return names.slice(0, orgs).map((name, index) => {
    const prefecture = levels > 1 && index >= 3 ? "乙市" : "甲市";
    const above = { prefecture: member(prefecture), ...(levels > 2 ? { province: member("某省") } : {}) };
    if (departments)
      return {
        org: `${name}局`,
        dims: { ...above, division: member("丙区"), department: member(`${name}局`) },
      };
    const department = member(index % 2 ? "人社局" : "卫健局");
    return { org: `${name}县`, dims: { ...above, division: member(`${name}县`), department } };
  });
}

function indicatorOf({ kind, money }: IndicatorSpec, index: number): Indicator {
  const adds = kind.startsWith("flow") || kind === "stock";
  const rate = kind.startsWith("ratio");
  return {
    key: `指标${index}`,
    name: `指标${index}`,
    unit: rate ? "%" : kind === "index" ? "" : money ? "元" : "人",
    direction: kind === "flowDown" ? "down" : kind === "flowWithin" ? "within" : "up",
    accounting: rate ? "ratio" : kind === "stock" || kind === "index" ? kind : "flow",
    acrossOrgs: adds ? "sum" : "none",
    acrossTime: kind === "stock" ? "last" : adds ? "sum" : "none",
    ...(kind === "flowNet" ? { mayBeNegative: true } : {}),
    ...(kind === "ratioOfParts" ? { numerator: `分子${index}`, denominator: `分母${index}` } : {}),
    evidence: [],
  };
}

/** The line of a calm world. */
const calmed = (line: Line): Line => ({
  ...line,
  target: "set",
  version: null,
  otherSource: false,
  stretch: line.otherTargetValue,
  style: line.style === "both" || line.style === "inPeriod" ? "cumulative" : line.style,
  now: line.now === undefined || /\d/.test(line.now) ? line.now : "",
  earlier: line.earlier.map((text) => (text === undefined || /\d/.test(text) ? text : "")),
});

const calmedSpec = (spec: IndicatorSpec): IndicatorSpec => ({
  ...spec,
  lines: spec.lines.map((lines) => lines.slice(0, 1).map(calmed)),
});

const withoutSuperior = (spec: IndicatorSpec): IndicatorSpec => ({
  ...spec,
  lines: spec.lines.map((lines) => lines.map((line) => ({ ...line, superior: null }))),
});

/** Numerator and denominator of a ratio: plain flows without targets, now and then with one part missing. */
function partsOf(spec: IndicatorSpec, index: number): [IndicatorSpec, Indicator][] {
  return (["分子", "分母"] as const).map((part) => {
    const part1 = (line: Line): Line => ({
      ...line,
      target: "none",
      style: "onlyNow",
      superior: null,
      duplicate: null,
      secondReturn: null,
      now: line.now === "" ? "" : part === "分子" ? line.targetValue : line.otherTargetValue,
    });
    const lines = spec.lines.map((line) => line.slice(0, 1).map(part1));
    const plain = { ...spec, kind: "flowUp" as const, lines, joint: [], parent: null, parentTarget: null };
    return [plain, { ...indicatorOf(plain, index), key: `${part}${index}`, name: `${part}${index}` }];
  });
}

/** The figures, and what is asked of them, that a specification stands for. */
export function figuresFrom(spec: WorldSpec): { figures: Figures; options: RollUpOptions } {
  const orgs = orgsOf(spec);
  const period = `${year}-${String(spec.month).padStart(2, "0")}`;
  let row = 7;
  const nextRow = () => {
    row += 2;
    return row;
  };
  const rows = spec.indicators.flatMap((given, index) => {
    const calm = spec.calm ? calmedSpec(given) : given;
    // Undecided: a return that is not reviewed beside a superior's table.
    const one = spec.reviewedOnly ? withoutSuperior(calm) : calm;
    const all: [IndicatorSpec, Indicator][] = [[one, indicatorOf(one, index)]];
    if (one.kind === "ratioOfParts") all.push(...partsOf(one, index));
    return all.flatMap(([each, indicator]) => [
      ...orgs.flatMap(({ org, dims }, nth) => {
        const lines = each.lines[nth] ?? [];
        // Undecided: a superior's one figure of an org that has several rows, or that leads joint tasks.
        const alone = lines.length === 1 && !spec.departments;
        const counted = indicator.acrossOrgs === "sum" ? lines : lines.slice(0, 1);
        return counted.flatMap((line, i) => {
          const task =
            lines.length > 1 || line.program === 0 || spec.departments
              ? `${indicator.key}-${org}-${i}`
              : undefined;
          const owner = {
            org,
            dims: { ...dims, program: member(`板块${line.program}`) },
            ...(task ? { task } : {}),
          };
          return factsOfLine(
            each,
            indicator,
            alone ? line : { ...line, superior: null },
            owner,
            nextRow(),
            period,
          );
        });
      }),
      ...jointRows(each, indicator, spec, nextRow, period),
      ...parentRows(each, indicator, orgs, period),
    ]);
  });
  const targets = rows.filter((fact): fact is TargetFact => "bound" in fact);
  const observations = rows.filter((fact): fact is ObservationFact => "measure" in fact);
  return {
    figures: { tasks: tasksOf(spec, orgs, targets, observations, period), targets, observations },
    options: {
      period,
      by: spec.by,
      ...(spec.reviewedOnly ? { returns: "reviewed" as const } : {}),
      ...(spec.today ? { today: `${year}-${String(spec.today).padStart(2, "0")}-25` } : {}),
    },
  };
}

/** Joint tasks of two departments: both leads' returns have the row, and their figures may differ. */
function jointRows(
  each: IndicatorSpec,
  indicator: Indicator,
  spec: WorldSpec,
  nextRow: () => number,
  period: string,
) {
  const orgs = orgsOf(spec);
  if (!spec.departments || orgs.length < 2 || indicator.acrossOrgs === "none") return [];
  return each.joint.flatMap(({ first, second, line, otherNow, dataSecond }, index) => {
    const [a, b] = [orgs[first % orgs.length], orgs[second % orgs.length]];
    if (!a || !b || a === b) return [];
    const shared = {
      dims: {
        ...a.dims,
        department: [...member(a.org), ...member(b.org)],
        program: member(`板块${line.program}`),
      },
      task: `${indicator.key}-共同-${index}`,
      jointOrgs: [a.org, b.org],
      ...(dataSecond ? { dataOrg: b.org } : {}),
    };
    return [
      ...factsOfLine(each, indicator, line, { ...shared, org: a.org }, nextRow(), period),
      ...factsOfLine(
        each,
        indicator,
        { ...line, now: otherNow },
        { ...shared, org: b.org },
        nextRow(),
        period,
      ),
    ];
  });
}

/** A parent's own rows: of all orgs, or of one department, prefecture or division. */
function parentRows(
  each: IndicatorSpec,
  indicator: Indicator,
  orgs: ReturnType<typeof orgsOf>,
  period: string,
) {
  const first = orgs[0]?.dims ?? {};
  const above = { division: ["prefecture", "province"], prefecture: ["province"], department: [], all: [] };
  const named = each.parentOf === "all" ? [] : [each.parentOf, ...above[each.parentOf]];
  const whose = {
    indicator,
    org: "上级",
    dims: Object.fromEntries(named.flatMap((name) => (first[name] ? [[name, first[name]]] : []))),
    unit: indicator.unit,
    power: each.scaled && indicator.accounting === "flow" ? 4 : 0,
    standing: "total" as const,
  };
  const at = { kind: "cell", file: "甲市.xlsx", sheet: "报表", ref: "G4" } as const;
  const facts: (TargetFact | ObservationFact)[] = [];
  if (each.parent !== null)
    facts.push({
      ...whose,
      period,
      measure: "cumulative",
      value: { status: "reported", amount: decimal(each.parent) },
      at,
    });
  if (each.parentTarget !== null)
    facts.push({ ...whose, bound: "eq", status: "set", value: decimal(each.parentTarget), at });
  return facts;
}

/** A task fact for each id among the rows, and the qualitative tasks. */
function tasksOf(
  spec: WorldSpec,
  orgs: ReturnType<typeof orgsOf>,
  targets: readonly TargetFact[],
  observations: readonly ObservationFact[],
  period: string,
): TaskFact[] {
  const ids = new Set([...targets, ...observations].flatMap((fact) => fact.taskId ?? []));
  const quantitative = [...ids].flatMap((id): TaskFact[] => {
    const mine = [...targets, ...observations].filter((fact) => fact.taskId === id);
    const said = observations.filter((fact) => fact.taskId === id && (fact.period ?? period) === period);
    return [...new Set(mine.map((fact) => fact.org))].flatMap((org): TaskFact[] => {
      const fact = mine.find((one) => one.org === org);
      if (!fact) return [];
      const own = said.filter((one) => one.org === org);
      const reported = own.some(({ value }) => value.status !== "missing");
      const isReviewed = own.some(({ state }) => state === "reviewed" || state === "locked");
      const { dims, dataOrg } = fact;
      return [
        {
          id,
          title: id,
          standing: "own",
          org,
          dims,
          kind: "quantitative",
          reported,
          state: isReviewed ? "reviewed" : "submitted",
          ...(dataOrg ? { dataOrg } : {}),
        },
      ];
    });
  });
  const qualitative = spec.tasks.flatMap((task, index): TaskFact[] => {
    const [a, b] = [
      orgs[task.org % orgs.length],
      task.second === null ? undefined : orgs[task.second % orgs.length],
    ];
    if (!a) return [];
    const joint =
      spec.departments && b && b !== a ? { department: [...member(a.org), ...member(b.org)] } : {};
    const fact = {
      id: `定性${index}`,
      title: `定性${index}`,
      org: a.org,
      dims: { ...a.dims, program: member("板块0"), ...joint },
      kind: "qualitative" as const,
      ...(task.recurring ? { recurring: true } : {}),
      ...(task.suspended ? { suspended: true } : {}),
      ...(task.deadlineMonth
        ? { deadline: `${year}-${String(task.deadlineMonth).padStart(2, "0")}-15` }
        : {}),
    };
    const returned: TaskFact = {
      ...fact,
      standing: "own",
      reported: task.reported,
      state: index % 2 === 0 ? "reviewed" : "submitted",
      previousProgressText: "正在施工",
      ...(task.reported ? { statusText: task.status, progressText: task.progress } : { progressText: "" }),
      ...(task.evidence === undefined ? {} : { evidence: task.reported ? task.evidence : "" }),
    };
    return task.inLedger ? [{ ...fact, standing: "ledger", reported: false }, returned] : [returned];
  });
  return [...quantitative, ...qualitative];
}
