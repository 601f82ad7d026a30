/** Which model makes the vectors, and how it is reached. */
export type EmbeddingSettings = StaticSettings | OpenAiEmbeddingSettings | LocalEmbeddingSettings;

/** The vectors that ship with the project. */
export interface StaticSettings {
  readonly kind: 'static';
}

interface ModelSettings {
  /** Put before a question, where a model was trained so; passages go without. */
  readonly queryPrefix?: string | undefined;
  /** Texts in one request, or in one run of a local model. */
  readonly batch: number;
}

export interface OpenAiEmbeddingSettings extends ModelSettings {
  readonly kind: 'openai';
  /** Root of an OpenAI-compatible interface, such as http://127.0.0.1:11434/v1. */
  readonly baseUrl: string;
  readonly apiKey?: string | undefined;
  readonly model: string;
  /** Asked of models that can shorten their vectors. */
  readonly dimensions?: number | undefined;
  /** Milliseconds that a question waits for its vector; passages may take ten times as long a request. */
  readonly timeoutMs: number;
}

export interface LocalEmbeddingSettings extends ModelSettings {
  readonly kind: 'local';
  /** Folder of a model in ONNX form, with its tokenizer. */
  readonly path: string;
}
