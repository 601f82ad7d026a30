import { describe, expect, test } from 'vitest';
import { sideBySide } from './side-by-side.ts';

const towns = ['竹川', '莲塘'];
const asked = (text: string): string[] =>
  sideBySide(
    text,
    towns,
    towns.flatMap((key) =>
      [...text.matchAll(new RegExp(key, 'g'))].map(({ index }) => ({
        key,
        start: index,
        end: index + key.length,
      })),
    ),
  ).map((part) => part.text);

describe('what is asked of each of two towns set side by side', () => {
  test.each<[string, string, [string, string]]>([
    ['what only the last one says', '竹川和莲塘的停车位各有多少个', ['停车位有多少个', '停车位有多少个']],
    ['what stands before both', '停车位：竹川多少，莲塘多少', ['停车位,多少', '停车位,多少']],
    ['its own words', '竹川的书房和莲塘的食堂，分别多少家', ['书房多少家', '食堂，多少家']],
    [
      'what the other one names, when its own words are an ellipsis',
      '竹川工业增加值增速目标与莲塘实际增速对比一下',
      ['工业增加值增速目标', '工业增加值增速目标,实际增速'],
    ],
    [
      'what the other one names, when its own words tell no more than until when',
      '竹川2023年工业投资目标与莲塘2021年截至11月完成额各是多少',
      ['2023年工业投资目标是多少', '工业投资目标,2021年截至11月完成额是多少'],
    ],
    ['nothing of what compares', '把竹川的工业投资和莲塘的工业投资放一起对比一下', ['工业投资', '工业投资']],
    ['the whole question, when it names neither', '招商引资，两个镇哪个多', ['招商引资', '招商引资']],
    ['no sentence that follows', '竹川投资多少，莲塘投资多少？口径一致吗', ['投资多少', '投资多少']],
  ])('is %s', (_, text, parts) => {
    expect(asked(text)).toEqual(parts);
  });

  test('knows what the others are asked, to complete an ellipsis by', () => {
    const [first] = sideBySide('竹川的书房，莲塘的食堂各几家', towns, [
      { key: '竹川', start: 0, end: 2 },
      { key: '莲塘', start: 6, end: 8 },
    ]);
    expect(first?.beside).toBe('食堂');
  });
});
