import { EventEmitter, once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { checkButtons, checkMessage } from './test-double-rules.ts';
import { WebhookSender } from './test-webhook-sender.ts';

export type Payload = Readonly<Record<string, unknown>>;
export type TestUpdate = Readonly<Record<string, unknown>> & { readonly update_id: number };

/** One request as it came in, and how it ended: 200, an error code, or a connection cut off. */
export interface RecordedCall {
  readonly method: string;
  readonly payload: Payload;
  readonly at: number;
  readonly outcome: number | 'dropped';
}

/** What to do instead of answering the next calls of a method. */
export type InjectedFault = { readonly method: string; readonly times?: number } & (
  | { readonly status: number; readonly description?: string; readonly parameters?: Payload }
  /** The connection is cut before the call has had its effect, or after it, so that only the reply is lost. */
  | { readonly drop: 'before' | 'after' }
  /** The answer comes, but late. */
  | { readonly delayMs: number }
);

/** A refusal in the Bot API's own words. */
class Refusal extends Error {
  readonly status: number;
  readonly parameters: Payload | undefined;

  constructor(status: number, description: string, parameters?: Payload) {
    super(description);
    this.status = status;
    this.parameters = parameters;
  }
}

const ME = { id: 4242, is_bot: true, first_name: '问桥', username: 'wenqiao_bot', can_join_groups: true };

/** The part of Telegram's Bot API that the bot uses, on loopback, with faults to order. */
export class TelegramDouble {
  readonly calls: RecordedCall[] = [];
  readonly me = ME;
  /** What the server takes for the bot's token; change it to take the token back. */
  token: string;
  #isOffline = false;
  readonly #faults: { fault: InjectedFault; left: number }[] = [];
  readonly #updates: TestUpdate[] = [];
  readonly #server: Server;
  readonly #changed = new EventEmitter().setMaxListeners(0);
  #releasePoll: ((conflict: boolean) => void) | undefined;
  /** Where updates go once a webhook is set. */
  readonly webhook = new WebhookSender(() => this.#changed.emit('change'));
  readonly #edited = new Map<string, string>();
  #lastUpdate = 100;
  #lastMessage = 1_000;

  private constructor(token: string) {
    this.token = token;
    this.#server = createServer((request, response) => void this.#serve(request, response));
    this.#server.on('connection', (socket) => {
      if (this.#isOffline) socket.destroy();
    });
  }

  static async start(token = '4242:TEST-token'): Promise<TelegramDouble> {
    const double = new TelegramDouble(token);
    double.#server.listen(0, '127.0.0.1');
    await once(double.#server, 'listening');
    return double;
  }

  get apiRoot(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Something happens in a chat; returns the update, which may be given to `deliverAgain`. */
  happen(content: Payload): TestUpdate {
    this.#lastUpdate += 1;
    const update = { update_id: this.#lastUpdate, ...content };
    this.deliverAgain(update);
    return update;
  }

  deliverAgain(update: TestUpdate): void {
    if (this.webhook.isSet) this.webhook.push(update);
    else this.#updates.push(update);
    this.#releasePoll?.(false);
  }

  nextMessageId(): number {
    this.#lastMessage += 1;
    return this.#lastMessage;
  }

  fail(fault: InjectedFault): void {
    this.#faults.push({ fault, left: fault.times ?? 1 });
  }

  /** Cuts off everybody and takes no new connection until `goOnline`. */
  goOffline(): void {
    this.#isOffline = true;
    this.#server.closeAllConnections();
  }

  goOnline(): void {
    this.#isOffline = false;
  }

  /** The calls of one method that had their effect, oldest first. */
  done(method: string): readonly Payload[] {
    return this.calls
      .filter((call) => call.method === method && call.outcome === 200)
      .map((call) => call.payload);
  }

  /** The messages that arrived in a chat, or in all. */
  sent(chat?: number): readonly Payload[] {
    return this.done('sendMessage').filter((message) => chat === undefined || message.chat_id === chat);
  }

  /** Forgets the calls of a chat, so that a double that serves for hours stays quick and small. */
  forget(chat: number): void {
    const kept = this.calls.filter(
      ({ method, payload }) => method !== 'getUpdates' && payload.chat_id !== chat,
    );
    this.calls.splice(0, this.calls.length, ...kept);
  }

  /** All that a chat was shown, messages and changes of them, oldest first. */
  shown(chat: number): readonly Payload[] {
    const methods = ['sendMessage', 'editMessageText', 'editMessageReplyMarkup'];
    return this.calls
      .filter(({ method, outcome, payload }) => {
        return methods.includes(method) && outcome === 200 && payload.chat_id === chat;
      })
      .map(({ payload }) => payload);
  }

  /** Waits until something is true, looking again whenever a call comes in. */
  async until(isTrue: () => boolean, limitMs = 8_000): Promise<void> {
    const limit = AbortSignal.timeout(limitMs);
    while (!isTrue()) {
      try {
        await once(this.#changed, 'change', { signal: limit });
      } catch {
        const seen = this.calls.map((call) => `${call.method} ${call.outcome}`).join(', ');
        throw new Error(`waited in vain for ${isTrue}; calls: ${seen}`);
      }
    }
  }

  async close(): Promise<void> {
    this.#releasePoll?.(false);
    this.#server.closeAllConnections();
    this.webhook.remove();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, token, method = ''] = /^\/bot([^/]+)\/(\w+)$/.exec(request.url ?? '') ?? [];
    const payload = await readJson(request);
    const fault = this.#nextFault(method);
    const drop = fault !== undefined && 'drop' in fault ? fault.drop : undefined;
    const record = (outcome: number | 'dropped'): void => {
      this.calls.push({ method, payload, at: Date.now(), outcome });
      this.#changed.emit('change');
    };
    try {
      if (drop === 'before') throw new Refusal(0, 'cut off');
      if (token !== this.token) throw new Refusal(401, 'Unauthorized');
      if (fault !== undefined && 'status' in fault) {
        throw new Refusal(fault.status, fault.description ?? `injected ${fault.status}`, fault.parameters);
      }
      if (fault !== undefined && 'delayMs' in fault) await setTimeout(fault.delayMs);
      const result = await this.#answer(method, payload, response);
      if (response.destroyed) return;
      if (drop === 'after') request.socket.destroy();
      else response.setHeader('content-type', 'application/json').end(JSON.stringify({ ok: true, result }));
      record(200);
    } catch (error) {
      const refusal = error instanceof Refusal ? error : new Refusal(500, String(error));
      if (refusal.status === 0) {
        request.socket.destroy();
        return record('dropped');
      }
      response.writeHead(refusal.status, { 'content-type': 'application/json' }).end(
        JSON.stringify({
          ok: false,
          error_code: refusal.status,
          description: refusal.message,
          ...(refusal.parameters ? { parameters: refusal.parameters } : {}),
        }),
      );
      record(refusal.status);
    }
  }

  #nextFault(method: string): InjectedFault | undefined {
    const place = this.#faults.findIndex((waiting) => waiting.fault.method === method);
    const waiting = this.#faults[place];
    if (waiting === undefined) return undefined;
    waiting.left -= 1;
    if (waiting.left === 0) this.#faults.splice(place, 1);
    return waiting.fault;
  }

  async #answer(method: string, payload: Payload, response: ServerResponse): Promise<unknown> {
    switch (method) {
      case 'getMe':
        return ME;
      case 'getUpdates':
        return this.#poll(payload, response);
      case 'sendMessage':
        return this.#message(payload);
      case 'editMessageText':
        this.#refuseSame(payload);
        return this.#message(payload);
      case 'editMessageReplyMarkup':
        return this.#buttons(payload);
      case 'setWebhook':
        this.webhook.set(String(payload.url), payload.secret_token as string | undefined);
        for (const update of this.#updates.splice(0)) this.webhook.push(update);
        return true;
      case 'deleteWebhook':
        this.#updates.push(...(this.webhook.remove() as TestUpdate[]));
        return true;
      case 'setMyCommands':
      case 'sendChatAction':
      case 'answerCallbackQuery':
        return true;
      default:
        throw new Refusal(404, 'Not Found: method not found');
    }
  }

  /** A long poll: what is waiting at once, otherwise held until something happens or the time is up. */
  async #poll(payload: Payload, response: ServerResponse): Promise<readonly TestUpdate[]> {
    const {
      offset = 0,
      limit = 100,
      timeout = 0,
    } = payload as Record<'offset' | 'limit' | 'timeout', number>;
    if (this.webhook.isSet)
      throw new Refusal(409, "Conflict: can't use getUpdates method while webhook is active");
    this.#releasePoll?.(true);
    const confirmed = this.#updates.findIndex((update) => update.update_id >= offset);
    if (offset > 0) this.#updates.splice(0, confirmed === -1 ? this.#updates.length : confirmed);
    if (this.#updates.length === 0 && timeout > 0) {
      const conflict = await new Promise<boolean>((resolve) => {
        const timer = globalThis.setTimeout(resolve, timeout * 1_000, false);
        response.on('close', () => resolve(false));
        this.#releasePoll = (isConflict) => {
          clearTimeout(timer);
          resolve(isConflict);
        };
      });
      if (!conflict) this.#releasePoll = undefined;
      else throw new Refusal(409, 'Conflict: terminated by other getUpdates request');
    }
    return this.#updates.slice(0, limit);
  }

  /** As Telegram does, refuses to put the same buttons under a message again. */
  #buttons(payload: Payload): true {
    const complaint = checkButtons(payload);
    if (complaint) throw new Refusal(400, `Bad Request: ${complaint}`);
    this.#refuseSame(payload);
    return true;
  }

  #refuseSame({ chat_id: chat, message_id: message, text, reply_markup: buttons }: Payload): void {
    const place = `${chat}:${message}`;
    const shown = JSON.stringify([text, buttons]);
    if (this.#edited.get(place) === shown) throw new Refusal(400, 'Bad Request: message is not modified');
    this.#edited.set(place, shown);
  }

  #message(payload: Payload): Payload {
    const complaint = checkMessage(payload);
    if (complaint) throw new Refusal(400, `Bad Request: ${complaint}`);
    const chat = Number(payload.chat_id);
    return {
      message_id: payload.message_id ?? this.nextMessageId(),
      date: Math.floor(Date.now() / 1_000),
      chat: { id: chat, type: chat > 0 ? 'private' : 'supergroup' },
      from: ME,
      text: payload.text,
    };
  }
}

async function readJson(request: IncomingMessage): Promise<Payload> {
  let body = '';
  for await (const chunk of request) body += chunk;
  return body === '' ? {} : JSON.parse(body);
}
