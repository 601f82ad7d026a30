import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { EmbeddingsInterface } from '@langchain/core/embeddings';
import { RetrievalError } from '../errors.ts';
import type { LocalEmbeddingSettings } from './embedding-settings.ts';
import { ModelEmbeddings, type ModelEmbeddingsParts } from './model-embeddings.ts';

export interface LocalServices extends Pick<ModelEmbeddingsParts, 'onQuestionFault' | 'now' | 'wait'> {
  /** Opens the model of a folder; LangChain's transformers embeddings unless a test hands in another. */
  readonly openModel?: (folder: string, batch: number) => Promise<EmbeddingsInterface>;
  /** Loads the optional package, for tests. */
  readonly importPackage?: (name: string) => Promise<unknown>;
}

/** What is embedded to learn how long the vectors are, and that the model works at all. */
const PROBE = '镇';
/** The first 12 hexadecimal digits tell models apart. */
const DIGITS = 12;

/**
 * A model in ONNX form out of a folder, run on this machine; nothing is fetched. Throws `embeddings_missing`
 * when the folder or the package that runs it is not there, or when the two do not go together.
 */
export async function loadLocalEmbeddings(
  settings: LocalEmbeddingSettings,
  services: LocalServices = {},
): Promise<ModelEmbeddings> {
  const { importPackage = (name) => import(name), ...others } = services;
  const { openModel = (path, batch) => openWithTransformers(path, batch, importPackage), ...rest } = others;
  const folder = resolve(settings.path);
  const digest = digestOf(folder);
  const model = await openModel(folder, settings.batch);
  const [vector] = await model.embedDocuments([PROBE]).catch((cause: unknown) => {
    throw new RetrievalError(
      'embeddings_missing',
      `the model in EMBEDDINGS_PATH can't be run (${firstLine(cause)}); it must be one for sentence embeddings, in ONNX form`,
      { cause },
    );
  });
  const dimensions = vector?.length ?? 0;
  return new ModelEmbeddings({
    ...rest,
    passages: model,
    questions: model,
    identity: `local/${basename(folder)}/${dimensions}/${digest}`,
    dimensions,
    batch: settings.batch,
    queryPrefix: settings.queryPrefix,
  });
}

/** Digest of all files of the model: another file is another model, whatever its folder is called. */
function digestOf(folder: string): string {
  if (!existsSync(join(folder, 'config.json')) || !existsSync(join(folder, 'tokenizer.json'))) {
    throw new RetrievalError(
      'embeddings_missing',
      'EMBEDDINGS_PATH names no model: the folder must hold config.json, tokenizer.json and onnx/; see docs/models.md',
    );
  }
  const hash = createHash('sha256');
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    const path = join(folder, name);
    if (/\.(?:json|onnx|onnx_data|txt)$/.test(name) && statSync(path).isFile())
      hash.update(name).update(readFileSync(path));
  }
  return hash.digest('hex').slice(0, DIGITS);
}

/** The optional package is looked for here, so that its absence is one line and not a stack. */
async function openWithTransformers(
  folder: string,
  batch: number,
  importPackage: (name: string) => Promise<unknown>,
): Promise<EmbeddingsInterface> {
  const name = '@huggingface/transformers';
  const transformers = (await importPackage(name).catch((cause: unknown) => {
    throw new RetrievalError(
      'embeddings_missing',
      `EMBEDDINGS=local needs the package ${name}, which is not installed by default; run npm install --no-save --ignore-scripts ${name}@3.8.1`,
      { cause },
    );
  })) as { env: { localModelPath: string; allowRemoteModels: boolean } };
  transformers.env.localModelPath = dirname(folder);
  transformers.env.allowRemoteModels = false;
  const { HuggingFaceTransformersEmbeddings } = await import(
    '@langchain/community/embeddings/huggingface_transformers'
  );
  return new HuggingFaceTransformersEmbeddings({
    model: basename(folder),
    batchSize: batch,
    maxRetries: 0,
    pretrainedOptions: { dtype: 'fp32' },
    pipelineOptions: { pooling: poolingOf(folder) },
  });
}

/** How a model was trained to make one vector of many stands in its own file, where it has one. */
function poolingOf(folder: string): 'cls' | 'mean' {
  const path = join(folder, '1_Pooling', 'config.json');
  if (!existsSync(path)) return 'mean';
  const { pooling_mode_cls_token: usesFirst } = JSON.parse(readFileSync(path, 'utf8')) as {
    pooling_mode_cls_token?: boolean;
  };
  return usesFirst === true ? 'cls' : 'mean';
}

function firstLine(error: unknown): string {
  return String(error instanceof Error ? error.message : error).split('\n')[0]!;
}
