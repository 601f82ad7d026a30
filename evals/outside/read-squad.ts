import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { OutsideDataError } from './outside-data-error.ts';

export interface AskedParagraph {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly questions: readonly { readonly text: string; readonly answers: readonly string[] }[];
}

const SQUAD = z.object({
  data: z.array(
    z.object({
      title: z.string().nullish(),
      paragraphs: z.array(
        z.object({
          context: z.string(),
          qas: z.array(z.object({ question: z.string(), answers: z.array(z.object({ text: z.string() })) })),
        }),
      ),
    }),
  ),
});

/** Reads a file of SQuAD's shape (Rajpurkar et al. 2016); questions without an answer are left out. */
export function readSquad(file: string): AskedParagraph[] {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/u, ''));
  } catch (cause) {
    throw new OutsideDataError(`${file} is not JSON`, { cause });
  }
  const result = SQUAD.safeParse(value);
  if (!result.success) {
    const issue = result.error.issues[0]!;
    throw new OutsideDataError(`${file} has not SQuAD's shape: ${issue.path.join('.')}: ${issue.message}`);
  }
  const paragraphs = result.data.data.flatMap(({ title, paragraphs }, article) =>
    paragraphs.map(({ context, qas }, place) => ({
      id: `${article}.${place}`,
      title: title ?? '',
      text: context,
      questions: qas
        .filter(({ answers }) => answers.length > 0)
        .map(({ question, answers }) => ({ text: question, answers: answers.map(({ text }) => text) })),
    })),
  );
  if (paragraphs.every(({ questions }) => questions.length === 0)) {
    throw new OutsideDataError(`${file} holds no question with an answer`);
  }
  return paragraphs;
}
