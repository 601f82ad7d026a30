import { describe, expect, test } from 'vitest';
import { holdsMembers, unfoldsCompounds } from './members.ts';

describe('names of villages', () => {
  test('are told by names, not by verbs before 村', () => {
    expect(holdsMembers('四个村具体是哪些', '竹溪村、新坝村')).toBe(true);
    expect(holdsMembers('四个村具体是哪些', '实现天然气进村入户')).toBe(false);
    expect(holdsMembers('服务到了哪几个村', '干部驻村服务')).toBe(false);
  });
});

describe('the parts of a counted name', () => {
  const asked = '“三场所三企业”检查,三场所和三企业分别指哪些';

  test('may be named once more where they are asked for', () => {
    expect(unfoldsCompounds(asked, '开展“三场所三企业”检查')).toBe(false);
    expect(unfoldsCompounds(asked, '“三场所三企业”，即商场、剧场、市场三处场所和三类企业')).toBe(true);
  });

  test('are not asked for by another question behind the name', () => {
    expect(unfoldsCompounds('“三场所三企业”检查,组长和组员分别是谁', '开展“三场所三企业”检查')).toBe(true);
  });
});
