import { isCountUnit, type Unit, unitOf } from "@taizhang/quantity";
import { remembered } from "../remembered.ts";

/** The unit that a text names, and whether it counts whole things (读单位). */
export const unitRead = remembered((text): (Unit & { readonly counts: boolean }) | undefined => {
  const unit = unitOf(text);
  return unit && { ...unit, counts: isCountUnit(unit.unit) };
});
