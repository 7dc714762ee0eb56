const noise =
  /[\s\u00a0\u200b-\u200f\u3000\ufeff★☆◆◇*●○▲△■□#※·•.,;:!?。，、；：！？“”"'‘’()（）【】[\]《》<>—–_-]+/g;

/** A text without spaces, marks and punctuation, in half width: two ways of writing one name have one key (文本键). */
export const textKey = (text: string): string => text.normalize("NFKC").replace(noise, "");
