import { describe, expect, test } from 'vitest';
import type { CorpusIndex } from '../../retrieval/indexes/corpus-index.ts';
import { fullNameAsked, spelledOut } from './full-names.ts';
import { candidateFor, needsFor, readTestPages, sentenceWith, understandingOf } from './test-pages.ts';

describe('the shortest run of words that spells a short name out', () => {
  test.each<[string, string, string | undefined]>([
    ['农合会', '竹川镇成立农民专业合作社联合会', '农民专业合作社联合会'],
    ['农合会', '农合会成立', undefined],
    ['农合会', '农民办合作社，大会开幕', undefined],
    ['农合会', '合作社会议', undefined],
  ])('%s in %s: %s', (short, text, name) => {
    expect(spelledOut(short, text)).toBe(name);
  });
});

describe('the full name asked for', () => {
  const index = readTestPages();
  const page = sentenceWith(index, '何平当选');
  const content = index.documents.get(page.document)!;
  const telling: CorpusIndex = {
    ...index,
    documents: new Map(index.documents).set(page.document, {
      ...content,
      sentences: content.sentences.map((sentence) => {
        if (sentence.id === page.id) return { ...sentence, text: '农民专业合作社联合会成立。' };
        return sentence.article === page.article && sentence.id === page.id + 1
          ? { ...sentence, text: '农合会由何平负责。' }
          : sentence;
      }),
    }),
  };
  const ask = (question: string, pages: CorpusIndex): string[] | undefined => {
    const understanding = understandingOf(question);
    const near = [candidateFor(page)];
    return fullNameAsked(pages, understanding, understanding.aspects[0]!, near, needsFor())?.map(
      ({ candidate }) => candidate.sentence.text,
    );
  };

  test('is told by the sentence of an article that prints both', () => {
    expect(ask('农合会的全称是什么', telling)).toEqual(['农民专业合作社联合会成立。']);
  });

  test('is not told of another town or year than the one asked for', () => {
    const other = page.town === '莲塘镇' ? '竹川镇' : '莲塘镇';
    expect(ask(`${page.town}“农合会”的全称是什么`, telling)).toEqual(['农民专业合作社联合会成立。']);
    expect(ask(`${other}“农合会”的全称是什么`, telling)).toBeUndefined();
    expect(ask('1999年“农合会”的全称是什么', telling)).toBeUndefined();
  });

  test('is not told where no article prints both, or no full name is asked for', () => {
    expect(ask('农合会的全称是什么', index)).toBeUndefined();
    expect(ask('农合会是什么', telling)).toBeUndefined();
  });
});
