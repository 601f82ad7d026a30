import { setTimeout } from 'node:timers/promises';

type Payload = Readonly<Record<string, unknown>>;

/** What was sent to a webhook and how that ended: a status, or no answer at all. */
export interface Delivery {
  readonly update: Payload;
  readonly status: number | 'unreachable';
}

const AGAIN_AFTER_MS = 30;

/** Telegram's side of a webhook: sends updates one after the other, each until it is answered with 200. */
export class WebhookSender {
  readonly deliveries: Delivery[] = [];
  readonly #waiting: Payload[] = [];
  #target: { readonly url: string; readonly secret: string | undefined } | undefined;
  #isSending = false;
  #onDelivery: () => void;

  constructor(onDelivery: () => void) {
    this.#onDelivery = onDelivery;
  }

  get isSet(): boolean {
    return this.#target !== undefined;
  }

  set(url: string, secret: string | undefined): void {
    this.#target = { url, secret };
    void this.#send();
  }

  remove(): readonly Payload[] {
    this.#target = undefined;
    return this.#waiting.splice(0);
  }

  push(update: Payload): void {
    this.#waiting.push(update);
    void this.#send();
  }

  async #send(): Promise<void> {
    if (this.#isSending) return;
    this.#isSending = true;
    for (let update = this.#waiting[0]; update !== undefined && this.#target; update = this.#waiting[0]) {
      const status = await post(this.#target, update);
      this.deliveries.push({ update, status });
      if (status === 200) this.#waiting.shift();
      this.#onDelivery();
      if (status !== 200) await setTimeout(AGAIN_AFTER_MS);
    }
    this.#isSending = false;
  }
}

async function post(
  { url, secret }: { readonly url: string; readonly secret: string | undefined },
  update: Payload,
): Promise<Delivery['status']> {
  const headers = {
    'content-type': 'application/json',
    ...(secret === undefined ? {} : { 'x-telegram-bot-api-secret-token': secret }),
  };
  try {
    const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(update) });
    await response.arrayBuffer();
    return response.status;
  } catch {
    return 'unreachable';
  }
}
