import type { Answer, Citation } from '../../answers/answer.ts';
import type { Assistant, DocumentView } from '../../assistant.ts';
import { fakeDesk, sampleRow } from '../../desk/fake-desk.ts';

function paragraphs(first: number, last: number): readonly string[] {
  const numbers = Array.from({ length: last - first + 1 }, (_, at) => first + at);
  return numbers.map((number) => `　　这是报纸上的第${number}段其他内容，说的是镇里的道路、河道和绿化。`);
}

/** For tests of the web channel: a page on which what is quoted stands far from the top. */
export const SAMPLE_DOCUMENT: DocumentView = {
  name: '示例 镇报?第1期.txt',
  title: '食堂开进村里 老人吃上热饭',
  town: '示例镇',
  period: '2023年',
  text: [
    '食堂开进村里 老人吃上热饭',
    '',
    ...paragraphs(1, 30),
    '本报讯 示例镇今年把老年食堂开进了每个村。上午十点，',
    '厨房里热气腾腾，配送员老周正把饭盒装进保温箱。',
    '序号\t项目名称\t目标任务',
    '1\t老年食堂\t年内建成12家，覆盖全部行政村',
    '对80周岁以上和行动不便的老人，食堂每天中午免费',
    '送餐上门；其他老人可以到食堂用餐，每餐8元。',
    ...paragraphs(31, 40),
    '联系地址：示例镇文化路1号。',
    '',
  ].join('\n'),
};

/** A citation of the words as they stand in the document. */
export function citationOf(document: DocumentView, quote: string, mark: number): Citation {
  const start = document.text.indexOf(quote);
  if (start < 0) throw new Error(`not in the document: ${quote}`);
  return {
    mark,
    document: document.name,
    title: document.title,
    town: document.town,
    period: document.period,
    start,
    end: start + quote.length,
    line: document.text.slice(0, start).split('\n').length,
    quote,
  };
}

const quoted = citationOf(SAMPLE_DOCUMENT, '年内建成12家，覆盖全部行政村', 1);

/** A line of the register whose quote stands in the sample document. */
export const SAMPLE_ROW = sampleRow({
  ...{ document: quoted.document, title: quoted.title, quote: quoted.quote },
  ...{ start: quoted.start, end: quoted.end, line: quoted.line },
});

/** A well-formed answer; each field can be replaced. */
export function sampleAnswer(question: string, replaced: Partial<Answer> = {}): Answer {
  return {
    id: '1',
    question,
    status: 'answered',
    reason: null,
    answer: '80周岁以上和行动不便的老人，可以由食堂每天中午免费送餐上门[1]。其他老人到食堂用餐，每餐8元[2]。',
    citations: [
      citationOf(SAMPLE_DOCUMENT, '对80周岁以上和行动不便的老人，食堂每天中午免费\n送餐上门', 1),
      citationOf(SAMPLE_DOCUMENT, '其他老人可以到食堂用餐，每餐8元', 2),
    ],
    notes: ['资料日期为2023年，距今已3年，请以最新公布的为准。'],
    suggestions: ['示例镇年内要建成几家老年食堂？', '老年食堂一餐多少钱？'],
    mode: 'extractive',
    timings: { retrieveMs: 1.2, answerMs: 3.4 },
    ...replaced,
  };
}

/** An assistant that streams and returns a sample answer; any part of it can be replaced. */
export function fakeAssistant(replaced: Partial<Assistant> = {}): Assistant {
  const known = [SAMPLE_DOCUMENT];
  return {
    async ask(request, options) {
      const answer = sampleAnswer(request.question);
      for (const sentence of answer.answer.match(/[^。]+。/g) ?? []) options?.onSentence?.(sentence);
      return answer;
    },
    document: (name) => known.find((document) => document.name === name),
    documents: () => known,
    desk: fakeDesk([SAMPLE_ROW]),
    firstQuestions: () => ['村里老人吃饭的食堂，哪些人能送餐上门？', '今年要新建几家老年食堂？'],
    health: () => ({ ready: true, indexedAt: '2024-01-02T03:04:05.000Z', passages: 42 }),
    ...replaced,
  };
}
