import { assert, property, string, uint8Array } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeText } from './decode.ts';

const TEXT = '柳溪镇新建停车位800个，App可查。\r\n';
/** 柳溪镇食堂 in GB18030. */
const GB18030 = [0xc1, 0xf8, 0xcf, 0xaa, 0xd5, 0xf2, 0xca, 0xb3, 0xcc, 0xc3];
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const utf16 = (text: string, bigEndian: boolean): Uint8Array => {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return bigEndian ? bytes.swap16() : bytes;
};

describe('bytes become text', () => {
  test.each<[string, Uint8Array, string]>([
    ['UTF-8', utf8(TEXT), TEXT],
    ['UTF-8 with BOM, which is no part of the text', utf8(`\ufeff${TEXT}`), TEXT],
    ['UTF-16 little-endian with BOM', utf16(TEXT, false), TEXT],
    ['UTF-16 big-endian with BOM', utf16(TEXT, true), TEXT],
    ['GB18030', Uint8Array.from(GB18030), '柳溪镇食堂'],
    [
      'GB18030 in a text that is mostly ASCII',
      Uint8Array.from([...utf8('Menu of Monday: '), ...GB18030]),
      'Menu of Monday: 柳溪镇食堂',
    ],
    ['an empty file', new Uint8Array(), ''],
  ])('%s', (_title, bytes, expected) => {
    expect(decodeText(bytes)).toBe(expected);
  });
});

test('UTF-8 cut off within a character stays readable instead of turning into other characters', () => {
  const whole = '柳溪镇召开大会，部署下一步的工作。'.repeat(5);
  expect(decodeText(utf8(whole).slice(0, -1))).toBe(`${whole.slice(0, -1)}\ufffd`);
});

describe('what is no text is told so', () => {
  test.each<[string, number[]]>([
    ['a picture', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]],
    ['zeros', [0, 0, 0, 0]],
    ['bytes of no encoding', [0xff, 0xff, 0x80, 0x80, 0xff]],
  ])('%s', (_title, bytes) => {
    expect(decodeText(Uint8Array.from(bytes))).toBeUndefined();
  });
});

test('every text without a zero character survives UTF-8', () => {
  assert(
    property(string({ unit: 'grapheme' }), (text) => {
      if (text.includes('\0') || text.startsWith('\ufeff')) return;
      expect(decodeText(utf8(text))).toBe(text);
    }),
  );
});

test('no bytes at all make it fail', () => {
  assert(
    property(uint8Array(), (bytes) => {
      expect(['string', 'undefined']).toContain(typeof decodeText(bytes));
    }),
  );
});
