import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { Embeddings } from '@langchain/core/embeddings';
import type { IdentifiedEmbeddings } from './identified.ts';

export interface KeptOptions {
  /** The file that vectors are kept in until `forget`. */
  readonly path: string;
  /** Called after every batch: how many of a call's texts are embedded. */
  readonly onProgress?: (done: number, total: number) => void;
}

/**
 * Embeddings whose vectors are written down batch by batch, so that an ingest that was broken off goes on where
 * it stopped and no text is paid for twice. Vectors of another model in the file are dropped.
 */
export class KeptEmbeddings extends Embeddings implements IdentifiedEmbeddings {
  readonly identity: string;
  readonly dimensions: number;
  readonly batch: number;
  readonly #model: IdentifiedEmbeddings;
  readonly #options: KeptOptions;
  #kept: Map<string, string> | undefined;

  constructor(model: IdentifiedEmbeddings, options: KeptOptions) {
    super({});
    this.identity = model.identity;
    this.dimensions = model.dimensions;
    this.batch = model.batch ?? 1;
    this.#model = model;
    this.#options = options;
  }

  override async embedDocuments(texts: string[]): Promise<number[][]> {
    this.#kept ??= this.#read();
    const kept = this.#kept;
    const keys = texts.map(keyOf);
    const missing = [
      ...new Map(keys.map((key, at) => [key, texts[at]!] as const).filter(([key]) => !kept.has(key))),
    ];
    const before = texts.length - missing.length;
    for (let from = 0; from < missing.length; from += this.batch) {
      const batch = missing.slice(from, from + this.batch);
      const made = await this.#model.embedDocuments(batch.map(([, text]) => text));
      this.#keep(batch.map(([key], at) => [key, packed(made[at]!)]));
      this.#options.onProgress?.(before + from + batch.length, texts.length);
    }
    return keys.map((key) => unpacked(kept.get(key)!));
  }

  override embedQuery(text: string): Promise<number[]> {
    return this.#model.embedQuery(text);
  }

  /** Called once the vectors stand in a saved index. */
  forget(): void {
    this.#kept = undefined;
    rmSync(this.#options.path, { force: true });
  }

  #keep(entries: readonly (readonly [key: string, vector: string])[]): void {
    for (const [key, vector] of entries) this.#kept!.set(key, vector);
    appendFileSync(this.#options.path, entries.map((entry) => `${JSON.stringify(entry)}\n`).join(''));
  }

  #read(): Map<string, string> {
    const { path } = this.#options;
    const head = JSON.stringify({ model: this.identity });
    const lines = existsSync(path) ? readFileSync(path, 'utf8').split('\n') : [];
    if (lines[0] !== head) {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, `${head}\n`);
      return new Map();
    }
    // The last line is empty, or the half that a kill left; what is appended must not join it.
    const whole = lines.slice(1, -1);
    if (lines.at(-1) !== '') writeFileSync(path, `${[head, ...whole].join('\n')}\n`);
    return new Map(whole.map((line) => JSON.parse(line) as [string, string]));
  }
}

function keyOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}

function packed(vector: readonly number[]): string {
  return Buffer.from(Float32Array.from(vector).buffer).toString('base64');
}

function unpacked(text: string): number[] {
  const bytes = new Uint8Array(Buffer.from(text, 'base64'));
  return Array.from(new Float32Array(bytes.buffer));
}
