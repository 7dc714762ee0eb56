import { invalidArgument } from "../protocol/api-error.ts";

/** Throws for a name that Excel does not take. */
export function checkSheetName(name: string): void {
  if (
    name.length === 0 ||
    name.length > 31 ||
    /[\\/?*[\]:]/.test(name) ||
    /^'|'$/.test(name) ||
    /^history$/i.test(name)
  )
    throw invalidArgument(`sheet name ${JSON.stringify(name)}`);
}
