import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { stringify } from 'yaml';
import type { ReviewedKind } from '../../retrieval/passages/reviewed-file.ts';
import { proposeWording } from './wording.ts';

/**
 * Where a document's proposal lies: beside the reviewed file of its kind, under a name that the ingest does
 * not read until somebody has looked it through and renamed it.
 */
function proposalPath(seeds: string, kind: ReviewedKind, document: string): string {
  return join(seeds, kind, `${basename(document, extname(document))}.proposed.yaml`);
}

/** Is there a proposal that nobody has dealt with? It is never written over. */
export function hasProposal(seeds: string, kind: ReviewedKind, document: string): boolean {
  return existsSync(proposalPath(seeds, kind, document));
}

/** Writes it whole or not at all; returns where. */
export function writeProposal(
  seeds: string,
  kind: ReviewedKind,
  document: string,
  proposed: readonly object[],
): string {
  const path = proposalPath(seeds, kind, document);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.draft`, `${proposeWording.head[kind]}\n${stringify(proposed, { lineWidth: 0 })}`);
  renameSync(`${path}.draft`, path);
  return path;
}
