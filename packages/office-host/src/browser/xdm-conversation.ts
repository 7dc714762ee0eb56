import type { OfficeHost } from "../host.ts";
import { documentSelectionType, type EventEntry, settingsChangedType } from "../protocol/event-messages.ts";
import { type RequirementSets, requirementSets } from "../requirements.ts";
import { appContext } from "./app-context.ts";
import {
  actionType,
  carrierErrors,
  dispatch,
  messageType,
  notSupported,
  responseType,
  type XdmMessage,
} from "./xdm-messages.ts";

/** Who talks: the names that both sides use, and where the page of Excel is. */
export interface ConversationOptions {
  readonly conversation: string;
  readonly app: string;
  readonly origin: string;
  readonly language: string;
  readonly requirements?: RequirementSets;
}

/** Excel's side of the talk with one add-in. Everything that is said travels as text, so that it may come from another thread. */
export interface Conversation {
  /** Takes what the add-in said. */
  hear(text: string): void;
  /** Presses a button of the ribbon; resolves when the add-in says that it is done. */
  runCommand(action: string): Promise<void>;
  /** What the add-in asked beyond the workbook and got no answer to. */
  readonly unknown: string[];
}

/** Talks for the host with an add-in that `post` reaches. */
export function xdmConversation(
  host: OfficeHost,
  options: ConversationOptions,
  post: (text: string) => void,
): Conversation {
  const { conversation, app, origin, language } = options;
  const listening = new Map<string, string | number>();
  const commands = new Map<string, () => void>();
  const unknown: string[] = [];

  const say = (message: Partial<XdmMessage>): void => {
    const whole = {
      _messageType: messageType.response,
      _conversationId: conversation,
      _serializerVersion: 1,
      _origin: origin,
    };
    post(JSON.stringify({ ...whole, ...message }));
  };
  const reply = (to: XdmMessage, data: unknown, error = 0): void =>
    say({
      _actionName: to._actionName,
      _correlationId: to._correlationId,
      _errorCode: error,
      _responseType: responseType.call,
      _data: data,
    });
  const fire = (name: string, data: unknown): void => {
    const listener = listening.get(name);
    if (listener !== undefined)
      say({
        _actionName: name,
        _correlationId: listener,
        _errorCode: 0,
        _responseType: responseType.event,
        _data: data,
      });
  };
  host.onEvent((entry: EventEntry) => {
    if (entry[1] === documentSelectionType) fire("documentSelectionChanged", {});
    else if (entry[1] === settingsChangedType) fire("settingsChanged", {});
    else fire("richApiMessage", { ArrayData: [entry] });
  });

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

  let commandNumber = 0;
  return {
    unknown,
    hear: (text) => {
      const message = parsed(text);
      if (message?._messageType === messageType.request) take(message);
    },
    runCommand: (action) =>
      new Promise((done) => {
        const id = `command${++commandNumber}`;
        commands.set(id, done);
        fire("appCommandInvoked", [id, action, JSON.stringify({ source: { id: action } })]);
      }),
  };
}

function parsed(text: string): XdmMessage | undefined {
  try {
    return JSON.parse(text) as XdmMessage;
  } catch {
    return undefined; // some other message
  }
}
