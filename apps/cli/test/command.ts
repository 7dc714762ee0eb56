import { run } from "../src/program.ts";

/** What a command printed and how it ended. */
export interface Printed {
  readonly exit: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a command line as the installed one would, in this process. */
export async function command(...argv: string[]): Promise<Printed> {
  const out: string[] = [];
  const err: string[] = [];
  const exit = await run(argv, {
    out: (text) => out.push(text),
    err: (text) => err.push(text),
    isTerminal: false,
  });
  return { exit, out: out.join("\n"), err: err.join("\n") };
}

/** The JSON document that a command prints. */
export async function document<T>(...argv: string[]): Promise<T & { exit: number }> {
  const { exit, out } = await command(...argv, "--json");
  return { ...(JSON.parse(out) as T), exit };
}
