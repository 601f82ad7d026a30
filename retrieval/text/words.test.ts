import { expect, test } from 'vitest';
import { cutForSearch, cutWords, keepWhole } from './words.ts';

test('a local name is cut apart until it is kept whole, and is then one word', () => {
  expect(cutWords('青柳坞社区食堂')).not.toContain('青柳坞社区');
  keepWhole(['青柳坞社区']);
  expect(cutWords('青柳坞社区食堂')).toContain('青柳坞社区');
});

test('keeping a name twice changes nothing', () => {
  keepWhole(['霞浦桥头']);
  const before = cutWords('去霞浦桥头办事');
  keepWhole(['霞浦桥头']);
  expect(cutWords('去霞浦桥头办事')).toEqual(before);
  expect(before).toContain('霞浦桥头');
});

test('words put together again are the text, white space and marks included', () => {
  const text = '柳溪镇2031年新建停车位 800 个，\n下载App办理。';
  expect(cutWords(text).join('')).toBe(text);
});

test('digits and Latin words are not cut one by one', () => {
  expect(cutWords('2031年下载App')).toEqual(expect.arrayContaining(['2031', 'App']));
});

test('search mode gives a long word and the words inside it', () => {
  expect(cutForSearch('图书馆')).toEqual(expect.arrayContaining(['图书', '图书馆']));
});
