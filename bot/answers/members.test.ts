import { describe, expect, test } from 'vitest';
import { holdsMembers, unfoldsCompounds } from './members.ts';

describe('names of villages', () => {
  test('are told by names, not by verbs before 村', () => {
    expect(holdsMembers('四个村具体是哪些', '竹溪村、新坝村')).toBe(true);
    expect(holdsMembers('四个村具体是哪些', '实现天然气进村入户')).toBe(false);
    expect(holdsMembers('服务到了哪几个村', '干部驻村服务')).toBe(false);
  });
});

describe('members of a sort', () => {
  test('may be named without their sort before their number', () => {
    expect(holdsMembers('验收过关的有哪几个村', '东坞、西坞、南坞等3个提升村通过验收')).toBe(true);
    expect(holdsMembers('是哪四个村', '通气的4个村、1个社区')).toBe(false);
  });

  test('are asked for one by one as well', () => {
    expect(holdsMembers('由哪家公司开发', '系统覆盖全镇')).toBe(false);
    expect(holdsMembers('由哪家公司开发', '由清荷科技公司开发')).toBe(true);
    expect(holdsMembers('跟哪家企业合伙', '与清荷合作启动')).toBe(true);
    expect(holdsMembers('核心在哪个园区', '打造一核两副')).toBe(false);
    // Whose product it is may stand a sentence before.
    expect(holdsMembers('哪家公司的产品是首选', '其产品是首选')).toBe(true);
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
