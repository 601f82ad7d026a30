import type { Vocabulary } from '../../retrieval/documents/vocabulary.ts';

/** The town that a text names first: its full name, or the name as written where the documents know none such. */
export type TownReader = (text: string) => string | null;

/** A town's name where a clause begins, or after a date: 临浦镇 in 2023年，临浦镇完成. */
const UNKNOWN =
  /(?:^|[，。；、：:,;“\s年月日在由])((?![全该我本各集城乡小古强重名每两个样])[\u3400-\u9fff]{2,3}(?:镇|街道|乡))(?![域级村区容中])/u;

interface Form {
  readonly form: string;
  readonly town: string | null;
}

interface Found {
  readonly start: number;
  readonly end: number;
  readonly town: string | null;
}

/** Reads towns by the names of the vocabulary and of the documents; a longer name that holds a town's may mean another. */
export function createTownReader(towns: Iterable<string>, { names }: Pick<Vocabulary, 'names'>): TownReader {
  const forms = formsOf([...towns], names);
  return (text) => {
    const found: Found[] = [];
    for (const { form, town } of forms) {
      for (let start = text.indexOf(form); start !== -1; start = text.indexOf(form, start + form.length)) {
        const end = start + form.length;
        if (!found.some((other) => start < other.end && other.start < end)) found.push({ start, end, town });
      }
    }
    const unknown = UNKNOWN.exec(text);
    if (unknown !== null) {
      const end = unknown.index + unknown[0].length;
      const start = end - unknown[1]!.length;
      const known = found.some((other) => other.town !== null && start < other.end && other.start < end);
      if (!known) found.push({ start, end, town: unknown[1]! });
    }
    const named = found.filter(({ town }) => town !== null).sort((one, other) => one.start - other.start);
    return named[0]?.town ?? null;
  };
}

/** Longest first. 义桥镇综合行政执法队 names its town; other longer names do where the vocabulary says whose they are. */
function formsOf(documented: readonly string[], names: Vocabulary['names']): Form[] {
  const spellings = names.map(({ name, aliases = [], ...rest }) => ({
    ...rest,
    name,
    all: [name, ...aliases],
  }));
  const towns: Form[] = spellings
    .filter(({ kind }) => kind === 'town')
    .flatMap(({ name, all }) => all.map((form) => ({ form, town: name })));
  for (const town of documented) {
    for (const form of new Set([town, town.replace(/(?<=..)[镇乡]$/, '')]))
      if (!towns.some((known) => known.form === form)) towns.push({ form, town });
  }
  const others: Form[] = spellings
    .filter(({ kind }) => kind !== 'town')
    .flatMap(({ all, town }) =>
      all
        .filter((form) => towns.some((known) => form.includes(known.form)))
        .map((form) => ({ form, town: town ?? null })),
    );
  return [...towns, ...others].sort((one, other) => other.form.length - one.form.length);
}
