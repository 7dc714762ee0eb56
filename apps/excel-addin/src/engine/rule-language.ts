import type { Environment as Language, serialize as serializeOf } from "@marcbachmann/cel-js";

type Library = { readonly Environment: typeof Language; readonly serialize: typeof serializeOf };

let library: Library | undefined;

/** Loads the language of a team's own rules; only workbooks with the sheet 台账规则 need it (自编规则的语言). */
export async function loadRuleLanguage(): Promise<void> {
  library ??= await import("@marcbachmann/cel-js");
}

/** Takes the library's place in the worker's build, so that the library itself comes only when it is asked for. */
export const Environment = new Proxy(class {} as unknown as typeof Language, {
  construct: (_, given: ConstructorParameters<typeof Language>) => {
    return new (loaded().Environment)(...given);
  },
});

/** The text of a syntax tree, by the library. */
export const serialize: typeof serializeOf = (...given) => loaded().serialize(...given);

function loaded(): Library {
  if (!library) throw new Error("the language of rules is not loaded yet");
  return library;
}
