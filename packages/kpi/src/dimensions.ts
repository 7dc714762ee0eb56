/** A member of a dimension: 东坡区 of `division`, 区人社局 of `department` (维度成员). */
export interface Member {
  readonly name: string;
  readonly code?: string;
}

/**
 * Where a fact belongs, by dimension (维度). Several members of one dimension make it joint (共同): it is listed
 * under each of them and counted once in every total. A caller may add dimensions of its own, for example a level
 * of divisions between the counties and the province, and name them in `by`.
 */
export interface Dimensions {
  readonly division?: readonly Member[];
  readonly department?: readonly Member[];
  readonly program?: readonly Member[];
  readonly [own: string]: readonly Member[] | undefined;
}
