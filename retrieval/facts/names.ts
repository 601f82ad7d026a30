import type { LocalName, Vocabulary } from '../documents/vocabulary.ts';

export interface PersonInOffice {
  readonly name: string;
  readonly office: string | null;
}

/** Local names that a sentence holds, in reading order, each once and under its main spelling. */
export interface NamesOfSentence {
  readonly places: readonly string[];
  readonly persons: readonly PersonInOffice[];
}

const PLACES: ReadonlySet<LocalName['kind']> = new Set([
  'village',
  'community',
  'place',
  'road',
  'river',
  'facility',
  'school',
] as const);

/** Finds a place's names in texts; where one name holds another, the longer one is meant. */
export function createNameFinder({ names }: Pick<Vocabulary, 'names'>): (text: string) => NamesOfSentence {
  const forms = names
    .filter(({ kind }) => kind === 'person' || PLACES.has(kind))
    .flatMap((entry) =>
      // An alias of a person (陈镇长) names whoever holds the office; only the name itself is sure.
      [entry.name, ...(entry.kind === 'person' ? [] : (entry.aliases ?? []))].map((form) => ({
        form,
        entry,
      })),
    )
    .filter(({ form }) => form.length > 1)
    .sort((one, other) => other.form.length - one.form.length);
  return (text) => {
    const found: { start: number; end: number; entry: LocalName }[] = [];
    for (const { form, entry } of forms) {
      for (let start = text.indexOf(form); start !== -1; start = text.indexOf(form, start + form.length)) {
        const end = start + form.length;
        if (!found.some((other) => start < other.end && other.start < end)) found.push({ start, end, entry });
      }
    }
    const entries = [
      ...new Set(found.sort((one, other) => one.start - other.start).map(({ entry }) => entry)),
    ];
    return {
      places: entries.filter(({ kind }) => kind !== 'person').map(({ name }) => name),
      persons: entries
        .filter(({ kind }) => kind === 'person')
        .map(({ name, office }) => ({ name, office: office ?? null })),
    };
  };
}
