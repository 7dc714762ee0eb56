import { readFileSync } from "node:fs";

/** The files of the rules, each of which holds the examples that test it and make its page. */
const rules = /packages[\\/]sheet[\\/]src[\\/]rules[\\/][\w-]+\.ts$/;

/** A rule's source without its examples: a third of what the package weighs, and nobody runs them outside the tests. */
const withoutExamples = (source: string): string =>
  source.replace(/^ {2}examples: \[\n[\s\S]*?^ {2}\],$/gm, "  examples: [],");

/** For esbuild, by which tsup builds the packages. */
export const rulesAlone = {
  name: "rules-alone",
  setup(build: {
    onLoad: (
      options: { filter: RegExp },
      load: (file: { path: string }) => { contents: string; loader: "ts" },
    ) => void;
  }) {
    build.onLoad({ filter: rules }, ({ path }) => ({
      contents: withoutExamples(readFileSync(path, "utf8")),
      loader: "ts",
    }));
  },
};

/** For Vite, by which the task pane is built. */
export const rulesAloneInVite = {
  name: "rules-alone",
  enforce: "pre" as const,
  transform: (source: string, id: string) =>
    rules.test(id) ? { code: withoutExamples(source), map: null } : undefined,
};
