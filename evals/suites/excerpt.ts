import { documentName } from '../metrics/folded-text.ts';
import type { HitRecord } from '../runs/answer-record.ts';

const LONGEST = 120;

/** A passage as a report shows it: its document's number and its first words. */
export function excerptOf(hit: HitRecord, texts: ReadonlyMap<string, string>): string {
  const name = documentName(hit.document);
  const words = (texts.get(name) ?? '').slice(hit.start, hit.end).replace(/\s+/g, '');
  return `${name.split('_')[0]}:${hit.start} ${words.slice(0, LONGEST)}${words.length > LONGEST ? '…' : ''}`;
}
