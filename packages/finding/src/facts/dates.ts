/** Facts of the family D: dates (时限). */
export interface DateFacts {
  /** `vague` where the words are clear and only set no day (长期, 汛期前). */
  D01: { text: string; vague: boolean };
  D02: { text: string; plan: string };
  D03: { start: string; deadline: string };
}
