// @ts-check
/// <reference lib="dom" />
/** @import { Answer } from '../../../answers/answer.ts' */
/** @typedef {{ question: string, answer: Answer }} Exchange */
/** @typedef {Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>} Store */

const KEY = 'wenqiao.conversation.1';
const MOST_EXCHANGES = 50;
/** Only the latest turns can be meant by a follow-up question. */
const TURNS_SENT = 6;
const LONGEST_TURN = 2000;

/**
 * What was said on this device. It is kept in the browser and nowhere else; where storing is forbidden or
 * the store is full, it lasts as long as the page.
 * @param {Store | null} store
 */
export function createConversation(store) {
  let exchanges = read(store);

  const save = () => {
    try {
      store?.setItem(KEY, JSON.stringify(exchanges));
    } catch {
      // full or forbidden: the page still holds it
    }
  };

  return {
    /** @returns {readonly Exchange[]} */
    exchanges: () => exchanges,
    /** @param {Exchange} exchange */
    add(exchange) {
      exchanges = [...exchanges, exchange].slice(-MOST_EXCHANGES);
      save();
    },
    clear() {
      exchanges = [];
      try {
        store?.removeItem(KEY);
      } catch {
        // see above
      }
    },
    /** The last turns, as `/api/ask` takes them; what was blocked is nobody's context. */
    history() {
      return exchanges
        .filter(({ answer }) => answer.status !== 'blocked')
        .flatMap(({ question, answer }) => [
          { role: 'user', text: question.slice(0, LONGEST_TURN) },
          { role: 'assistant', text: answer.answer.slice(0, LONGEST_TURN) },
        ])
        .slice(-TURNS_SENT);
    },
  };
}

/** The browser's store, or null where reaching for it is forbidden. */
export function browserStore() {
  try {
    return localStorage;
  } catch {
    return null;
  }
}

/**
 * @param {Store | null} store
 * @returns {readonly Exchange[]}
 */
function read(store) {
  try {
    const value = JSON.parse(store?.getItem(KEY) ?? '[]');
    return Array.isArray(value) ? value.filter(isExchange) : [];
  } catch {
    return [];
  }
}

/**
 * An older version of the page, or a curious person, may have left something else there.
 * @param {any} value
 * @returns {value is Exchange}
 */
function isExchange(value) {
  return typeof value?.question === 'string' && isAnswer(value.answer);
}

/**
 * @param {any} value
 * @returns {value is Answer}
 */
export function isAnswer(value) {
  return (
    typeof value?.answer === 'string' &&
    typeof value.status === 'string' &&
    isListOf(value.citations, isCitation) &&
    isListOf(value.notes, isText) &&
    isListOf(value.suggestions, isText)
  );
}

/**
 * @param {any} value
 * @param {(item: any) => boolean} isItem
 */
function isListOf(value, isItem) {
  return Array.isArray(value) && value.every(isItem);
}

/** @param {any} value */
function isText(value) {
  return typeof value === 'string';
}

/** @param {any} value */
function isCitation(value) {
  return [value?.document, value?.title, value?.quote].every(isText);
}
