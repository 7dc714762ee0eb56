import type { OfficeHost } from "../host.ts";
import { documentSelectionType, type EventEntry, settingsChangedType } from "../protocol/event-messages.ts";
import { type RequirementSets, requirementSets } from "../requirements.ts";
import {
  actionType,
  carrierErrors,
  dispatch,
  messageType,
  notSupported,
  responseType,
  type XdmMessage,
} from "./xdm-messages.ts";

export interface FrameOptions {
  /** The add-in's page; https, and of the same host name as the page that plays Excel. */
  readonly addin: string;
  readonly requirements?: RequirementSets;
  readonly language?: string;
}

/** Excel on the web for an add-in in a frame of this page. */
export interface FrameHost {
  readonly frame: HTMLIFrameElement;
  /** Presses a button of the ribbon; resolves when the add-in says that it is done. */
  runCommand(action: string): Promise<void>;
  /** What the add-in asked of the page beyond the workbook and got no answer to. */
  readonly unknown: string[];
}

const hostInfo = "Excel$Web$16.01$LANGUAGE$telemetryoff$$disableLogging$3";

/** Puts the add-in's frame into the page and plays Excel to it. */
export function hostInFrame(host: OfficeHost, parent: HTMLElement, options: FrameOptions): FrameHost {
  const language = options.language ?? "zh-CN";
  const conversation = `conversation-${crypto.randomUUID()}`;
  const app = `app-${crypto.randomUUID()}`;
  const listening = new Map<string, string | number>();
  const commands = new Map<string, () => void>();
  const unknown: string[] = [];
  const address = new URL(options.addin, location.href);
  const frame = document.createElement("iframe");
  frame.title = language.startsWith("zh") ? "台账窗格" : "Taizhang pane";

  const post = (message: Partial<XdmMessage>): void => {
    const whole = {
      _messageType: messageType.response,
      _conversationId: conversation,
      _serializerVersion: 1,
      _origin: location.origin,
    };
    frame.contentWindow?.postMessage(JSON.stringify({ ...whole, ...message }), address.origin);
  };
  const reply = (to: XdmMessage, data: unknown, error = 0): void =>
    post({
      _actionName: to._actionName,
      _correlationId: to._correlationId,
      _errorCode: error,
      _responseType: responseType.call,
      _data: data,
    });
  const fire = (name: string, data: unknown): void => {
    const listener = listening.get(name);
    if (listener !== undefined)
      post({
        _actionName: name,
        _correlationId: listener,
        _errorCode: 0,
        _responseType: responseType.event,
        _data: data,
      });
  };
  const tell = (entry: EventEntry): void => {
    if (entry[1] === documentSelectionType) fire("documentSelectionChanged", {});
    else if (entry[1] === settingsChangedType) fire("settingsChanged", {});
    else fire("richApiMessage", { ArrayData: [entry] });
  };

  /** A call of the host: a request of the rich API, the old settings, the end of a command. */
  const call = async (message: XdmMessage): Promise<void> => {
    const data = message._data as { DdaMethod: { DispatchId: number }; ArrayData?: readonly unknown[] };
    switch (data.DdaMethod.DispatchId) {
      case dispatch.richApi: {
        const answer = await host.answer(String(data.ArrayData?.[4]));
        if ("response" in answer)
          return reply(message, { Version: 1, Error: 0, Data: [200, [], JSON.stringify(answer.response)] });
        const number = carrierErrors[answer.error];
        if (number !== undefined) return reply(message, { Version: 1, Error: number, Data: null });
        const error = { Code: answer.error, Message: answer.message, HttpStatusCode: 400 };
        return reply(message, {
          Version: 1,
          Error: 0,
          Data: [200, [], JSON.stringify({ Results: [], TraceIds: [], Error: error })],
        });
      }
      case dispatch.loadSettings:
        return reply(message, { Version: 1, Error: 0, Properties: [] });
      case dispatch.saveSettings:
        return reply(message, { Version: 1, Error: 0 });
      case dispatch.commandCompleted: {
        const id = String(data.ArrayData?.[0]);
        commands.get(id)?.();
        commands.delete(id);
        return reply(message, { Version: 1, Error: 0 });
      }
      default:
        unknown.push(`dispatch ${data.DdaMethod.DispatchId}`);
        return reply(message, { Version: 1, Error: notSupported });
    }
  };

  const take = (message: XdmMessage): void => {
    const { _actionName: name, _actionType: kind } = message;
    if (kind === actionType.register) {
      listening.set(name, message._correlationId);
      reply(message, { Error: 0 });
    } else if (kind === actionType.unregister) {
      listening.delete(name);
      reply(message, { Error: 0 });
    } else if (name === "executeMethod") void call(message);
    else if (name === "ContextActivationManager_getAppContextAsync") {
      const sets = { ...requirementSets, ...options.requirements };
      reply(message, appContext(app, language, sets, host.book.name));
    } else {
      if (name !== "ContextActivationManager_notifyHost") unknown.push(name);
      reply(message, null);
    }
  };
  const receive = (event: MessageEvent): void => {
    if (event.source !== frame.contentWindow || event.origin !== address.origin) return;
    const message = parsed(event.data);
    if (message?._messageType === messageType.request) take(message);
  };

  host.onEvent(tell);
  window.addEventListener("message", receive);
  const info = hostInfo.replace("LANGUAGE", language);
  const page = location.href.split("#")[0] ?? "";
  const xdmInfo = [conversation, app, page].join("|");
  address.searchParams.set("_host_Info", info);
  address.hash = `&_xdm_Info=${xdmInfo}&_serializer_version=1`;
  frame.name = JSON.stringify({ baseFrameName: app, hostInfo: info, xdmInfo, serializerVersion: 1 });
  frame.src = address.href;
  parent.append(frame);

  let commandNumber = 0;
  return {
    frame,
    unknown,
    runCommand: (action) =>
      new Promise((done) => {
        const id = `command${++commandNumber}`;
        commands.set(id, done);
        fire("appCommandInvoked", [id, action, JSON.stringify({ source: { id: action } })]);
      }),
  };
}

function parsed(data: unknown): XdmMessage | undefined {
  if (typeof data !== "string") return undefined;
  try {
    return JSON.parse(data) as XdmMessage;
  } catch {
    return undefined; // some other message
  }
}

/** What the add-in learns of the document and of Excel when it starts. */
function appContext(
  app: string,
  language: string,
  sets: RequirementSets,
  name: string,
): Record<string, unknown> {
  const lowered = Object.fromEntries(
    Object.entries(sets).map(([set, version]) => [set.toLowerCase(), version]),
  );
  return {
    _id: app,
    _appName: 16,
    _appVersion: "16.0",
    _appUILocale: language,
    _dataLocale: language,
    _docUrl: `https://localhost/${encodeURIComponent(name)}`,
    _clientMode: 1,
    _settings: [],
    _reason: "documentOpened",
    _osfControlType: 1,
    _eToken: "",
    _correlationId: app,
    _appInstanceId: app,
    _appMinorVersion: 1,
    _requirementMatrix: JSON.stringify(lowered),
    _hostCustomMessage: null,
    _hostFullVersion: "16.0.18000.40000",
    _clientWindowHeight: 600,
    _clientWindowWidth: 360,
    _addinName: "Taizhang",
    _appDomains: [],
    _dialogRequirementMatrix: "{}",
    _featureGates: {},
    _initialDisplayMode: 2,
  };
}
