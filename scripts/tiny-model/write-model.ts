import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StaticTable } from '../../retrieval/embeddings/static-table.ts';
import { lookupGraph } from './lookup-graph.ts';

const SPECIAL = ['[PAD]', '[UNK]', '[CLS]', '[SEP]', '[MASK]'] as const;
const LONGEST = 512;

/**
 * Writes the folder of a model that LangChain's transformers embeddings can open: one token per character, and
 * for each the row that our own table has for it. It is far too small to search with; it shows that the way
 * through tokenizer, ONNX runtime and pooling works without a network.
 */
export function writeTinyModel(folder: string, table: StaticTable): void {
  const characters = [...table.rows.keys()].filter((unit) => [...unit].length === 1);
  const tokens = [...SPECIAL, ...characters];
  const nothing = new Float32Array(table.dimensions);
  const rows = tokens.map((token) => {
    const row = SPECIAL.includes(token as never) ? undefined : table.rows.get(token);
    return row === undefined ? nothing : rowOf(table, row);
  });
  mkdirSync(join(folder, 'onnx'), { recursive: true });
  writeFileSync(join(folder, 'onnx', 'model.onnx'), lookupGraph({ rows, dimensions: table.dimensions }));
  const files = {
    'config.json': { model_type: 'bert', hidden_size: table.dimensions, vocab_size: tokens.length },
    'tokenizer_config.json': {
      tokenizer_class: 'BertTokenizer',
      model_max_length: LONGEST,
      pad_token: '[PAD]',
      unk_token: '[UNK]',
      cls_token: '[CLS]',
      sep_token: '[SEP]',
      mask_token: '[MASK]',
    },
    'tokenizer.json': tokenizer(tokens),
  };
  for (const [name, content] of Object.entries(files)) {
    writeFileSync(join(folder, name), JSON.stringify(content));
  }
}

function rowOf({ dimensions, scales, values }: StaticTable, row: number): Float32Array {
  const start = row * dimensions;
  return Float32Array.from(values.subarray(start, start + dimensions), (value) => value * scales[row]!);
}

function tokenizer(tokens: readonly string[]): object {
  const numbered = Object.fromEntries(tokens.map((token, at) => [token, at]));
  return {
    version: '1.0',
    added_tokens: SPECIAL.map((content, id) => ({ id, content, special: true, normalized: false })),
    normalizer: { type: 'BertNormalizer', clean_text: true, handle_chinese_chars: true, lowercase: true },
    pre_tokenizer: { type: 'BertPreTokenizer' },
    post_processor: {
      type: 'BertProcessing',
      sep: ['[SEP]', numbered['[SEP]']],
      cls: ['[CLS]', numbered['[CLS]']],
    },
    decoder: { type: 'WordPiece', prefix: '##', cleanup: true },
    model: { type: 'WordPiece', unk_token: '[UNK]', continuing_subword_prefix: '##', vocab: numbered },
  };
}
