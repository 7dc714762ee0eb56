import { namesDivision } from "./division-name.ts";

const ofArea = /^.*?([\u4e00-\u9fff]{2,6})局([\u4e00-\u9fff]{2,8}[市区县旗])分局$/;

/**
 * A sub-bureau under the name by which its own district calls it (派出分局): 长春市公安局南关区分局 is 南关区公安分局. Any other
 * name stays as it is.
 */
export function branchInOrder(name: string): string {
  const [, bureau, area] = ofArea.exec(name) ?? [];
  if (bureau === undefined || area === undefined || !namesDivision(area)) return name;
  return `${area}${bureau.replace(/^.*[省市区县旗州]/, "")}分局`;
}
