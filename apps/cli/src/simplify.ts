import { Converter } from "opencc-js/t2cn";

let convert: ((text: string) => string) | undefined;

/** A traditional letter as its simplified one (繁转简); the table is made when the first letter is asked for. */
export const simplify = (letter: string): string => {
  convert ??= Converter({ from: "t", to: "cn" });
  return convert(letter);
};
