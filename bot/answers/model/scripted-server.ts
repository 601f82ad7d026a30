import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A chat completion request as it came in. */
export interface ReceivedRequest {
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: {
    readonly model: string;
    readonly messages: readonly { readonly role: string; readonly content: string }[];
    readonly stream?: boolean;
    readonly tools?: readonly { readonly function: { readonly name: string } }[];
    readonly tool_choice?: unknown;
    readonly temperature?: number;
  };
}

/** What the server does with a request. */
export type Behaviour = (response: ServerResponse, request: ReceivedRequest) => void;

export interface ScriptedSentence {
  readonly text: string;
  readonly evidence: readonly unknown[];
}

/** A model's server on loopback that speaks chat completions and does with each request what it is told to. */
export class ScriptedServer {
  readonly requests: ReceivedRequest[] = [];
  readonly #server: Server;
  #script: Behaviour[] = [];
  #openResponses = 0;
  #contacts = 0;

  private constructor() {
    this.#server = createServer((request, response) => void this.#serve(request, response));
  }

  static async start(): Promise<ScriptedServer> {
    const scripted = new ScriptedServer();
    scripted.#server.listen(0, '127.0.0.1');
    await once(scripted.#server, 'listening');
    return scripted;
  }

  get baseUrl(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/v1`;
  }

  /** Responses that nobody has ended or hung up on. */
  get openResponses(): number {
    return this.#openResponses;
  }

  /** Requests of any kind since the start. */
  get contacts(): number {
    return this.#contacts;
  }

  /** One behaviour for each request from now on; the last one stays. */
  does(...script: Behaviour[]): void {
    this.requests.length = 0;
    this.#script = script;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.#contacts++;
    this.#openResponses++;
    response.once('close', () => this.#openResponses--);
    if (request.url !== '/v1/chat/completions') {
      fails(404)(response);
      return;
    }
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const received = {
      path: request.url ?? '',
      headers: request.headers,
      body: JSON.parse(Buffer.concat(parts).toString('utf8')),
    };
    this.requests.push(received);
    const behaviour = this.#script.length > 1 ? this.#script.shift()! : this.#script[0];
    if (behaviour === undefined) throw new Error('the script has no behaviour');
    behaviour(response, received);
  }
}

/** Calls the offered tool, or says the same as JSON when none is offered; as events when it is asked to stream. */
export const says =
  (...sentences: readonly ScriptedSentence[]): Behaviour =>
  (response, request) =>
    (request.body.stream === true
      ? streams(JSON.stringify({ sentences }))
      : request.body.tools === undefined
        ? saysText(JSON.stringify({ sentences }))
        : callsTool(JSON.stringify({ sentences })))(response, request);

/** Calls the offered tool with these arguments, however broken. */
export const callsTool =
  (args: string): Behaviour =>
  (response, { body }) => {
    const name = body.tools?.[0]?.function.name ?? 'none';
    const call = { id: 'call_1', type: 'function', function: { name, arguments: args } };
    completes(response, { role: 'assistant', content: null, tool_calls: [call] }, 'tool_calls');
  };

/** How a stream ends. */
export type StreamEnd = 'done' | 'stops' | 'hangs up' | 'hangs' | 'filtered' | 'never';

/** Sends the tool's arguments piece by piece, and at the end what `end` says. */
export const streams =
  (args: string, end: StreamEnd = 'done', everyMs = 0): Behaviour =>
  (response, { body }) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    const name = body.tools?.[0]?.function.name ?? 'none';
    const send = (delta: object, finish: string | null = null, rest: object = {}): void => {
      const chunk = { id: 'chatcmpl-1', object: 'chat.completion.chunk', created: 1, model: 'scripted' };
      const choices = [{ index: 0, delta, finish_reason: finish }];
      response.write(`data: ${JSON.stringify({ ...chunk, choices, ...rest })}\n\n`);
    };
    const call = (more: object) => ({ tool_calls: [{ index: 0, ...more }] });
    send({
      role: 'assistant',
      content: null,
      ...call({ id: 'call_1', type: 'function', function: { name, arguments: '' } }),
    });
    const pieces = args.match(/[\s\S]{1,7}/g) ?? [];
    const next = (): void => {
      if (response.destroyed) return;
      const piece = pieces.shift();
      if (piece === undefined && end !== 'never') {
        finish();
        return;
      }
      send(call({ function: { arguments: piece ?? '老年食堂'.repeat(4_000) } }));
      setTimeout(next, everyMs);
    };
    const finish = (): void => {
      if (end === 'hangs') return;
      if (end === 'hangs up') response.destroy();
      if (end === 'done' || end === 'filtered') {
        send({}, end === 'done' ? 'tool_calls' : 'content_filter');
        const usage = { prompt_tokens: 700, completion_tokens: 60, total_tokens: 760 };
        send({}, null, { choices: [], usage });
        response.write('data: [DONE]\n\n');
      }
      response.end();
    };
    next();
  };

/** Rejects a request to stream, as servers do that can't. */
export const withoutStreams =
  (otherwise: Behaviour): Behaviour =>
  (response, request) =>
    (request.body.stream === true ? fails(400, {}, 'streaming is not supported') : otherwise)(
      response,
      request,
    );

export const saysText =
  (content: string): Behaviour =>
  (response) =>
    completes(response, { role: 'assistant', content }, 'stop');

export const declines: Behaviour = (response) =>
  completes(response, { role: 'assistant', content: null, refusal: '抱歉，我不能回答。' }, 'stop');

export const isFiltered: Behaviour = (response) =>
  completes(response, { role: 'assistant', content: '' }, 'content_filter');

export const fails =
  (status: number, headers: Readonly<Record<string, string>> = {}, message = 'scripted failure') =>
  (response: ServerResponse): void => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(JSON.stringify({ error: { message, type: 'scripted', code: null } }));
  };

/** Sends a body that is no JSON. */
export const saysGarbage: Behaviour = (response) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end('{"choices": [{"message": {"content": "<html>');
};

/** Announces a whole body, sends half of it and hangs up. */
export const breaksOff =
  (...sentences: readonly ScriptedSentence[]): Behaviour =>
  (response) => {
    const body = Buffer.from(
      completion({ role: 'assistant', content: JSON.stringify({ sentences }) }, 'stop'),
    );
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length });
    response.write(body.subarray(0, body.length / 2), () => response.destroy());
  };

/** Takes the request and never says a word. */
export const hangs: Behaviour = () => undefined;

/** Sends the head of a reply and then nothing more. */
export const hangsInBody: Behaviour = (response) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.write('{"choices": [');
};

/** Sends words as fast as they are taken, for ever. */
export const neverEnds: Behaviour = (response) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.write('{"choices":[{"message":{"role":"assistant","content":"');
  const part = '老年食堂'.repeat(4_000);
  const more = (): void => {
    while (!response.destroyed && response.write(part));
    if (!response.destroyed) response.once('drain', more);
  };
  more();
};

/** Sends a word now and then, for ever. */
export const drips: Behaviour = (response) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  const timer = setInterval(() => response.write(' '), 20);
  response.once('close', () => clearInterval(timer));
};

/** Rejects a request that offers tools, as servers do whose model takes none. */
export const withoutTools =
  (otherwise: Behaviour): Behaviour =>
  (response, request) =>
    (request.body.tools === undefined ? otherwise : fails(400, {}, 'this model does not support tools'))(
      response,
      request,
    );

function completes(response: ServerResponse, message: object, finishReason: string): void {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(completion(message, finishReason));
}

function completion(message: object, finishReason: string): string {
  return JSON.stringify({
    id: 'chatcmpl-1',
    object: 'chat.completion',
    created: 1_700_000_000,
    model: 'scripted',
    choices: [{ index: 0, message, finish_reason: finishReason, logprobs: null }],
    usage: { prompt_tokens: 700, completion_tokens: 60, total_tokens: 760 },
  });
}
