import { itemNotFound } from "../protocol/api-error.ts";
import type { HostCollection, HostObject } from "../protocol/host-object.ts";
import { BookObject } from "./scope.ts";

/** A collection whose members are found by a key: settings, custom properties. */
export abstract class KeyedCollection<T extends HostObject & { Key: string }>
  extends BookObject
  implements HostCollection
{
  abstract override readonly type: string;
  abstract items(): T[];

  GetCount(): number {
    return this.items().length;
  }
  GetItem(key: string): T {
    const item = this.GetItemOrNullObject(key);
    if (!item) throw itemNotFound(`${this.type} ${key}`);
    return item;
  }
  GetItemOrNullObject(key: string): T | null {
    return this.items().find((item) => item.Key === key) ?? null;
  }
}
