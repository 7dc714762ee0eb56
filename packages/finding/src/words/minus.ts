/** An amount as a sentence prints it: below 0 with the minus sign of print and not with a hyphen (负号). */
export const withMinus = (amount: string): string => amount.replace(/^-(?=\d)/, "−");

/** What an amount is without its sign. */
export const withoutSign = (amount: string): string => amount.replace(/^-/, "");
