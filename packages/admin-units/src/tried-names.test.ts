import { describe, expect, test } from "vitest";
import specs from "../specs/tried-names.json" with { type: "json" };
import type { UnitReference } from "./resolution.ts";
import { resolve } from "./resolve.ts";
import { towns } from "./towns.ts";

/** A name as an official would write it, with what was expected of it before it was looked up. */
interface Tried {
  readonly name: string;
  readonly within?: string;
  readonly on?: string;
  /** Whether the towns are loaded. */
  readonly towns?: boolean;
  /** What the answer must have; `until: true` any day, `members` their number, `suggests` the first suggestion. */
  readonly is: Readonly<Record<string, unknown>> & { readonly type: string };
}

const tried = specs as readonly Tried[];
const codeOf = (one: UnitReference | undefined) => one?.code ?? one?.short ?? one?.name;

describe("specs/tried-names.json", () => {
  test("has at least 60 names, each once", () => {
    const questions = tried.map(({ name, within, on }) => `${name} ${within} ${on}`);
    expect(new Set(questions).size).toBe(tried.length);
    expect(tried.length).toBeGreaterThanOrEqual(60);
  });

  test.each(tried)("$name within $within on $on", ({ name, within, on, towns: loaded, is }) => {
    const answer = resolve(name, { within, on, ...(loaded === true ? { towns } : {}) });
    const { until, ended, successors, members, suggests, evidence, ...same } = is;
    expect(answer).toMatchObject(same);
    if (until === true) expect(answer.until).toBeDefined();
    if (ended !== undefined) expect(answer.ended ?? false).toBe(ended);
    if (successors !== undefined) expect(answer.successors.map(codeOf)).toEqual(successors);
    if (members !== undefined) expect(answer.members).toHaveLength(members as number);
    const [first] = answer.suggestions ?? [];
    if (suggests !== undefined) expect(first?.code ?? first?.name).toBe(suggests);
    if (evidence !== undefined)
      expect(answer.evidence.map(({ code }) => code)).toEqual(expect.arrayContaining(evidence as string[]));
  });
});
