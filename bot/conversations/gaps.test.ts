import { expect, test } from 'vitest';
import { gapsIn } from './gaps.ts';
import type { Stored, Unanswered } from './store.ts';

function asked(question: string, person: string, day: number): Stored<Unanswered> {
  const at = `2024-05-0${day}T08:00:00.000Z`;
  return { id: day, at, channel: 'web', person, question, reason: 'not_in_documents', answer: '没有' };
}

test('the same question in other clothes is one gap, the most asked first', () => {
  const gaps = gapsIn([
    asked('公交几点到？', 'a', 1),
    asked('请问游泳馆在哪里', 'b', 2),
    asked('游泳馆在哪里？', 'a', 3),
    asked('游泳馆在哪里呢?', 'a', 4),
    asked('电影院在哪里', 'c', 5),
  ]);
  expect(gaps).toMatchObject([
    { question: '游泳馆在哪里呢?', count: 3, people: 2, last: '2024-05-04T08:00:00.000Z' },
    { question: '电影院在哪里', count: 1 },
    { question: '公交几点到？', count: 1 },
  ]);
});

test('a question of politeness alone is still one', () => {
  expect(gapsIn([asked('你好', 'a', 1), asked('吗', 'b', 2)])).toHaveLength(2);
});
