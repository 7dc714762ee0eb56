import { LackingMember } from "../protocol/api-error.ts";
import { HostObject } from "../protocol/host-object.ts";

/** What a custom function gave: its value, or the message of its failure. */
export interface FunctionResult {
  readonly failed: boolean;
  readonly value: unknown;
  /** The client's number of the error. */
  readonly errorCode?: number;
}

/** What a service tells the host. */
export interface ServiceListener {
  finishCall(id: number, result: FunctionResult): void;
}

/** An object that the client makes by its class name. */
export function service(name: string, listener: ServiceListener): HostObject {
  if (name === "Microsoft.InternalService.AddinInternalService") return new AddinInternalService();
  if (name === "Microsoft.ExcelServices.CustomFunctions") return new CustomFunctions(listener);
  if (name === "Microsoft.AppRuntime.AppRuntimeService") return new AppRuntimeService();
  throw new LackingMember(`new ${name}`);
}

/** The client reports here by itself that it is ready. */
class AddinInternalService extends HostObject {
  readonly type = "AddinInternalService";
  NotifyActionHandlerReady(): void {}
}

/** `Office.addin.showAsTaskpane` and `hide` come here; the page always shows the pane. */
class AppRuntimeService extends HostObject {
  readonly type = "AppRuntimeService";
  #state = "Visible";
  GetAppRuntimeState(): string {
    return this.#state;
  }
  SetAppRuntimeState(state: string): void {
    this.#state = state;
  }
}

/** Takes the results of custom functions that the host has called. */
class CustomFunctions extends HostObject {
  readonly type = "CustomFunctions";
  readonly #listener: ServiceListener;
  constructor(listener: ServiceListener) {
    super();
    this.#listener = listener;
  }
  _SetOsfControlContainerReadyForCustomFunctions(): void {}
  _GetEnabledFeatures(): unknown[] {
    return [];
  }
  SetInvocationResults(results: readonly Invocation[]): void {
    for (const { id, failed = false, value, errorCode } of results)
      this.#listener.finishCall(id, {
        failed,
        value,
        ...(failed && errorCode !== undefined ? { errorCode } : {}),
      });
  }
  SetInvocationArrayResults(results: readonly Invocation[]): void {
    this.SetInvocationResults(results);
  }
}

interface Invocation {
  readonly id: number;
  readonly failed?: boolean;
  readonly value?: unknown;
  readonly errorCode?: number;
}
