import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as it came in; `body` is its JSON. */
export interface HeardRequest<Body> {
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: Body;
}

/** What the server does with a request. */
export type Act<Body> = (response: ServerResponse, request: HeardRequest<Body>) => void;

/** For tests: a server on loopback that does with each request what it is told to. */
export class ScriptedHttp<Body> {
  /** Requests since the script was set. */
  readonly requests: HeardRequest<Body>[] = [];
  readonly #server = createServer((request, response) => void this.#serve(request, response));
  #script: Act<Body>[] = [];
  #openResponses = 0;

  static async start<Body>(...script: Act<Body>[]): Promise<ScriptedHttp<Body>> {
    const scripted = new ScriptedHttp<Body>();
    scripted.does(...script);
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

  /** One act for each request from now on; the last one stays. */
  does(...script: Act<Body>[]): void {
    this.requests.length = 0;
    this.#script = script;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.#openResponses++;
    response.once('close', () => this.#openResponses--);
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const text = Buffer.concat(parts).toString('utf8');
    const received = {
      path: request.url ?? '',
      headers: request.headers,
      body: (text === '' ? undefined : JSON.parse(text)) as Body,
    };
    this.requests.push(received);
    const act = this.#script.length > 1 ? this.#script.shift()! : this.#script[0];
    if (act === undefined) throw new Error('the script has no act');
    act(response, received);
  }
}

export const sendsJson =
  (value: unknown) =>
  (response: ServerResponse): void => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(value));
  };

export const sendsText =
  (text: string) =>
  (response: ServerResponse): void => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(text);
  };

export const fails =
  (status: number, headers: Readonly<Record<string, string>> = {}) =>
  (response: ServerResponse): void => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(JSON.stringify({ error: { message: 'scripted failure', type: 'scripted', code: null } }));
  };

/** Takes the request and never says a word. */
export const hangs = (): void => undefined;

/** Announces a whole body, sends half of it and hangs up. */
export const breaksOff =
  (value: unknown) =>
  (response: ServerResponse): void => {
    const body = Buffer.from(JSON.stringify(value));
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length });
    response.write(body.subarray(0, body.length / 2), () => response.destroy());
  };
