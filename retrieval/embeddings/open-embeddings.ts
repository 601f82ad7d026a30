import type { EmbeddingSettings } from './embedding-settings.ts';
import type { IdentifiedEmbeddings } from './identified.ts';
import { loadLocalEmbeddings } from './local-embeddings.ts';
import { loadOpenAiEmbeddings, type OpenAiServices } from './openai-embeddings.ts';
import { loadStaticEmbeddings } from './static-embeddings.ts';

export interface EmbeddingServices extends OpenAiServices {
  /** What an index says of the model it was made with. */
  readonly known?: { readonly identity: string; readonly dimensions: number } | undefined;
}

/**
 * The model that the settings name. Throws `embeddings_missing` or `embeddings_unavailable`, each with what to
 * do.
 */
export async function openEmbeddings(
  settings: EmbeddingSettings,
  services: EmbeddingServices = {},
): Promise<IdentifiedEmbeddings> {
  const { known, ...rest } = services;
  switch (settings.kind) {
    case 'static':
      return loadStaticEmbeddings();
    case 'openai':
      return loadOpenAiEmbeddings(settings, known, rest);
    case 'local':
      return loadLocalEmbeddings(settings, rest);
  }
}
