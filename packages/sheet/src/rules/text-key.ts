const noise =
  /[\s\u00a0\u200b-\u200f\u3000\ufeff★☆◆◇*●○▲△■□#※·•.,;:!?。，、；：！？“”"'‘’()（）【】[\]《》<>—–_-]+/g;

/** A text without spaces, marks and punctuation, in half width: two ways of writing one name have one key (文本键). */
export const textKey = (text: string): string =>
  bare.test(text) ? text : text.normalize("NFKC").replace(noise, "");

/** Plain Chinese letters and half-width digits and letters: nothing to take out. */
const bare = /^[\u4e00-\u9fff0-9A-Za-z]*$/;
