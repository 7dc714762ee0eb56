// A test runner for Stryker that keeps the tests in its process: a mutant is a number that is set, and costs
// milliseconds. That a test fails for the mutant alone is asked of it: it must pass once the mutant is off again.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { commonTokens, declareFactoryPlugin, PluginKind, tokens } from "@stryker-mutator/api/plugin";
import { DryRunStatus, MutantRunStatus, TestStatus } from "@stryker-mutator/api/test-runner";
import { testsOf } from "../kpi-tests.mjs";
import { bundle, load } from "./bundle.mjs";
import { outcome } from "./harness.mjs";

const state = () => (globalThis.__stryker__ ??= {});
const require = createRequire(import.meta.url);

class InProcessRunner {
  #folder = process.cwd();
  #times = join(this.#folder, "in-process-times.json");
  #coverage = join(this.#folder, "in-process-reached.json");

  constructor(log) {
    this.log = log;
  }

  capabilities = () => ({ reloadEnvironment: true });

  async init() {
    const { env, ...tests } = testsOf(this.#folder);
    Object.assign(process.env, env);
    this.script = await bundle(this.#folder, tests);
  }

  async dryRun() {
    this.#reload();
    const tests = [];
    for (const [id, test] of this.tests) {
      state().currentTestId = id;
      const start = performance.now();
      const failure = await outcome(test, true);
      const timeSpentMs = performance.now() - start;
      const status = failure === undefined ? TestStatus.Success : TestStatus.Failed;
      tests.push({ id, name: id, timeSpentMs, status, failureMessage: failure });
    }
    state().currentTestId = undefined;
    writeFileSync(
      this.#times,
      JSON.stringify(Object.fromEntries(tests.map(({ id, timeSpentMs }) => [id, timeSpentMs]))),
    );
    const { mutantCoverage } = state();
    const reached = Object.values(mutantCoverage?.perTest ?? {}).flatMap((hits) => Object.keys(hits));
    writeFileSync(this.#coverage, JSON.stringify([...new Set(reached)]));
    return { status: DryRunStatus.Complete, tests, mutantCoverage };
  }

  /** The mutants that some test reaches while it runs. */
  get #reached() {
    this.reached ??= new Set(JSON.parse(readFileSync(this.#coverage, "utf8")));
    return this.reached;
  }

  async mutantRun({ activeMutant, testFilter, hitLimit, mutantActivation, reloadEnvironment }) {
    const isStatic = mutantActivation === "static";
    if (process.env.MUTANTS === "static" && (!isStatic || this.#reached.has(activeMutant.id)))
      return { status: MutantRunStatus.Error, errorMessage: "Left to the ordinary run: a test reaches it" };
    if (isStatic) await this.#keepAllSnapshots();
    if (reloadEnvironment || !this.tests) {
      const failure = this.#tryReload(isStatic ? activeMutant.id : undefined);
      if (failure)
        return {
          status: MutantRunStatus.Killed,
          killedBy: [...this.texts.keys()].slice(0, 1),
          failureMessage: `The modules do not load: ${failure}`,
          nrOfTests: 0,
        };
    }
    const ids = this.#cheapFirst(testFilter ?? [...this.tests.keys()]);
    const run = () => this.#tryTests(ids, activeMutant.id, hitLimit);
    let found = await run();
    // A test that fails without the mutant too, or a mutant that was never reached: something was kept from before
    if (!isStatic && ((found.id && (await this.#fails(found.id))) || (!found.id && found.hits === 0))) {
      this.#reload();
      found = await run();
      this.#reload();
    }
    if (found.hits > hitLimit) return { status: MutantRunStatus.Timeout, reason: `${found.hits} hits` };
    return found.id
      ? {
          status: MutantRunStatus.Killed,
          killedBy: [found.id],
          failureMessage: found.failure,
          nrOfTests: found.tried,
        }
      : { status: MutantRunStatus.Survived, nrOfTests: found.tried };
  }

  /** The modules evaluated anew, with a mutant on from the start or none. */
  #reload(mutant) {
    Object.assign(state(), { activeMutant: mutant, hitCount: undefined, currentTestId: undefined });
    this.tests = load(this.script, require);
    this.times ??= this.#timesKnown();
  }

  /** Reloads with a mutant; gives the message where the modules do not even load with it. */
  #tryReload(mutant) {
    try {
      this.#reload(mutant);
    } catch (error) {
      this.tests = undefined;
      return String(error);
    }
    // What a snapshot says without a mutant was asked of modules without it
    for (const [id, test] of this.tests) test.texts = this.texts?.get(id) ?? test.texts;
    return undefined;
  }

  /** What all snapshots say without any mutant: a static one is there from the moment the modules are loaded. */
  async #keepAllSnapshots() {
    if (this.texts) return;
    this.#reload();
    for (const test of this.tests.values()) if (this.#hasSnapshots(test)) await this.#keepSnapshots(test);
    this.texts = new Map([...this.tests].map(([id, { texts }]) => [id, texts]));
  }

  #timesKnown() {
    try {
      return JSON.parse(readFileSync(this.#times, "utf8"));
    } catch {
      return {};
    }
  }

  #cheapFirst = (ids) => [...ids].sort((a, b) => (this.times?.[a] ?? 0) - (this.times?.[b] ?? 0));

  async #tryTests(ids, mutant, hitLimit) {
    let tried = 0;
    const end = (rest) => {
      const hits = state().hitCount;
      Object.assign(state(), { activeMutant: undefined, hitCount: undefined });
      return { tried, hits, ...rest };
    };
    Object.assign(state(), { hitCount: 0, hitLimit });
    for (const id of ids) {
      const test = this.tests.get(id);
      if (this.#hasSnapshots(test)) await this.#keepSnapshots(test);
      state().activeMutant = mutant;
      tried++;
      const failure = await outcome(test);
      if (failure !== undefined) return end({ id, failure });
    }
    return end({});
  }

  /** Whether a test fails with no mutant on. */
  #fails = async (id) => (await outcome(this.tests.get(id))) !== undefined;

  #hasSnapshots = ({ run, texts }) => texts.length === 0 && /toMatchSnapshot/.test(String(run));

  async #keepSnapshots(test) {
    const { hitCount } = state();
    Object.assign(state(), { activeMutant: undefined, hitCount: undefined });
    await outcome(test, true);
    state().hitCount = hitCount;
  }
}

const factory = (log) => new InProcessRunner(log);
factory.inject = tokens(commonTokens.logger);
export const strykerPlugins = [declareFactoryPlugin(PluginKind.TestRunner, "in-process", factory)];
