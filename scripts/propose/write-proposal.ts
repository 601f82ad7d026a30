import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { stringify } from 'yaml';
import type { ProposedQuestions } from './propose-questions.ts';
import { proposeWording } from './wording.ts';

/**
 * Where a document's proposal lies: beside its file of everyday questions, under a name that the ingest does
 * not read until somebody has looked it through and renamed it.
 */
function proposalPath(seeds: string, document: string): string {
  return join(seeds, 'questions', `${basename(document, extname(document))}.proposed.yaml`);
}

/** Is there a proposal that nobody has dealt with? It is never written over. */
export function hasProposal(seeds: string, document: string): boolean {
  return existsSync(proposalPath(seeds, document));
}

export function writeProposal(
  seeds: string,
  document: string,
  proposed: readonly ProposedQuestions[],
): string {
  const path = proposalPath(seeds, document);
  mkdirSync(join(seeds, 'questions'), { recursive: true });
  writeFileSync(`${path}.draft`, `${proposeWording.head}\n${stringify(proposed, { lineWidth: 0 })}`);
  renameSync(`${path}.draft`, path);
  return path;
}
