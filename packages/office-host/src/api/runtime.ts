import { BookObject } from "./scope.ts";

/** Whether the add-in hears of events at all. */
export class Runtime extends BookObject {
  readonly type = "Runtime";
  get EnableEvents(): boolean {
    return this.book.events.enabled;
  }
  set EnableEvents(enabled: boolean) {
    this.book.events.enabled = enabled;
  }
}
