import { describe, expect, test } from 'vitest';
import { membersIn } from './members.ts';

describe('names that are each asked for', () => {
  test.each<[string, string[]]>([
    ['会上讲“养”“育”“售”三个字,各对应什么要求', ['养', '育', '售']],
    ['第一窗口、第一标识、第一名片,分别说的是什么', ['第一窗口', '第一标识', '第一名片']],
    ['第一窗口、第一标识、第一名片,那篇里对的是哪三样', ['第一窗口', '第一标识', '第一名片']],
    ['第一窗口、第一标识、第一名片,其中“名片”配的是哪个', ['第一名片']],
    ['“养藕香”里的“香”字怎么讲', ['香']],
    ['“养藕香”当中那个香字有什么讲究', ['香']],
    ['养藕香这三个字,当中那个“藕”有什么讲法', ['藕']],
    ['“三个推进”里,与治水提质相对应的理念是哪个', ['治水提质']],
  ])('%s', (text, members) => {
    expect(membersIn(text)).toEqual(members);
  });

  test.each([
    '食堂、书房、卫生室各有几家',
    '第一窗口、第一标识、第一名片是谁提的',
    '“养土”“养水”各指什么',
    '“香”是什么味道',
    '书房在哪里',
    '',
  ])('are none in an ordinary question: %s', (text) => {
    expect(membersIn(text)).toEqual([]);
  });
});
