import type { FunctionAnswer } from "./workbook.ts";

/** The part of Office.js that ties functions to their ids; absent where the host runs none. */
interface CustomFunctionsLibrary {
  readonly associate: (id: string, run: (...given: unknown[]) => Promise<unknown>) => void;
  readonly Error: new (code: string, message?: string) => Error;
}

const codes = { notAvailable: "#N/A", invalidValue: "#VALUE!", divisionByZero: "#DIV/0!" } as const;

/** Ties the ids of the metadata to answers; they run in the pane's own runtime (自定义函数). */
export function onFunctions<Id extends string>(
  ids: readonly Id[],
  answer: (id: Id, given: readonly unknown[]) => Promise<FunctionAnswer>,
): void {
  const library = (globalThis as { readonly CustomFunctions?: CustomFunctionsLibrary }).CustomFunctions;
  if (!library) return;
  for (const id of ids)
    library.associate(id, async (...given) => {
      const found = await answer(id, given);
      if ("value" in found) return found.value;
      throw new library.Error(codes[found.error], found.why);
    });
}
