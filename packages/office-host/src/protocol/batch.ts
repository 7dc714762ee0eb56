import { type Action, actionType, type Request } from "./messages.ts";

/** One request of the add-in, that is one `context.sync()`, as tests look at it (往返). */
export interface Batch {
  /** What it asked, in words: `load Worksheet(…)`, `set Range.Values`, `call Worksheet.Delete`. */
  readonly acts: readonly string[];
  readonly request: Request;
  /** The size of the request and the reply in bytes. */
  readonly bytes: number;
  readonly replyBytes: number;
  /** True if the workbook is not as it was before: cells, formats, sheets, settings. */
  readonly wrote: boolean;
  /** True if it only let go of objects or listened to events, as the client does by itself. */
  readonly housekeeping: boolean;
  readonly error?: string;
}

const ownNames = /^_(?:KeepReference|RemoveReference|RemoveAllReferences|(?:Un)?[rR]egister)/;

/** What the actions of a request do, in words, without the client's own housekeeping. */
export const actsOf = (request: Request): string[] =>
  request.Actions.flatMap((action) => actOf(request, action) ?? []);

/** What the action does, in words; undefined for the client's own housekeeping. */
export function actOf(request: Request, action: Action): string | undefined {
  const at = request.ObjectPaths[action.ObjectPathId];
  const object = at?.Name || "workbook";
  switch (action.ActionType) {
    case actionType.query:
    case actionType.recursiveQuery:
    case actionType.queryAsJson:
      return `load ${object}(${(action.QueryInfo?.Select ?? ["*"]).join(",")})`;
    case actionType.method:
      return ownNames.test(action.Name) ? undefined : `call ${object}.${action.Name}`;
    case actionType.set:
      return `set ${object}.${action.Name}`;
    case actionType.update:
      return `set ${object}.{${Object.keys(action.ObjectState ?? {}).join(",")}}`;
    default:
      return undefined;
  }
}

/** True if the request holds nothing but what the client does by itself. */
export function isHousekeeping(request: Request): boolean {
  const real = request.Actions.filter((action) => action.ActionType !== actionType.trace);
  const isOwn = (action: Action): boolean =>
    action.ActionType === actionType.instantiate ||
    (action.ActionType === actionType.method && /^_Remove(?:All)?References?$/.test(action.Name)) ||
    (request.ObjectPaths[action.ObjectPathId]?.Name ?? "").startsWith("Microsoft.InternalService");
  const removes = real.some((action) => /^_Remove|^NotifyActionHandlerReady/.test(action.Name));
  return removes && real.every(isOwn);
}
