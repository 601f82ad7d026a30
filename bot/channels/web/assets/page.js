// @ts-check
/// <reference lib="dom" />
/** @import { Answer } from '../../../answers/answer.ts' */
import { AskFailure, ask } from './answer-stream.js';
import { copyText, fill } from './answer-text.js';
import { answerView, exchangeView } from './answer-view.js';
import { copy } from './clipboard.js';
import { browserStore, createConversation } from './conversation.js';
import { element, required } from './elements.js';

/** An answer that is there at once needs no stop button, and a double tap on 提问 must not hit one. */
const STOP_APPEARS_AFTER_MS = 500;
const COPIED_SHOWN_MS = 2500;

const chat = required('chat', HTMLElement);
const welcome = required('welcome', HTMLElement);
const log = required('conversation', HTMLElement);
const announcer = required('announcer', HTMLElement);
const form = required('composer', HTMLFormElement);
const field = required('question', HTMLTextAreaElement);
const send = required('send', HTMLButtonElement);
const stop = required('stop', HTMLButtonElement);
const clear = required('clear', HTMLButtonElement);

const wording = JSON.parse(chat.dataset.wording ?? '{}');
const conversation = createConversation(browserStore());
/** @type {AbortController | null} */
let asking = null;

const answerOptions = {
  wording,
  /** @param {string} question */
  onSuggestion: (question) => void askAndShow(question),
  /**
   * @param {Answer} answer
   * @param {HTMLButtonElement} button
   */
  onCopy: async (answer, button) => {
    const done = (await copy(copyText(answer, wording, location.origin)))
      ? wording.copied
      : wording.copyFailed;
    announce(done);
    button.textContent = done;
    setTimeout(() => {
      button.textContent = wording.copy;
    }, COPIED_SHOWN_MS);
  },
};

/** @param {string} text */
function announce(text) {
  announcer.textContent = text;
}

function showState() {
  const started = log.childElementCount > 0;
  welcome.hidden = started;
  log.hidden = !started;
  clear.hidden = !started;
}

/** @param {boolean} busy */
function showBusy(busy) {
  send.setAttribute('aria-disabled', String(busy));
  if (busy) return;
  const hadFocus = document.activeElement === stop;
  send.hidden = false;
  stop.hidden = true;
  if (hadFocus) send.focus({ preventScroll: true });
}

function offerStop() {
  const hadFocus = document.activeElement === send;
  send.hidden = true;
  stop.hidden = false;
  if (hadFocus) stop.focus({ preventScroll: true });
}

/** @param {string} question */
async function askAndShow(question) {
  if (asking !== null) return;
  const running = new AbortController();
  asking = running;
  const view = exchangeView(question, wording);
  const waiting = element('p', { class: 'searching' }, wording.searching);
  const text = element('p', { class: 'answer-text' });
  view.answer.setAttribute('aria-busy', 'true');
  view.answer.append(waiting, text);
  log.append(view.root);
  showState();
  showBusy(true);
  announce(wording.searching);
  view.root.scrollIntoView({ block: 'start' });
  const offering = setTimeout(offerStop, STOP_APPEARS_AFTER_MS);
  try {
    const answer = await ask({
      question,
      history: conversation.history(),
      signal: running.signal,
      wording,
      onSentence: (sentence) => {
        waiting.remove();
        text.append(sentence);
      },
    });
    if (running.signal.aborted) throw new AskFailure(wording.stopped);
    conversation.add({ question, answer });
    showAnswer(view.answer, answer);
    announce(
      fill(wording.announcement, {
        answer: answer.answer.replace(/\[\d+\]/g, ''),
        count: answer.citations.length,
      }),
    );
  } catch (error) {
    waiting.remove();
    if (!view.root.isConnected) return; // the conversation was cleared meanwhile
    showFailure(view, question, running.signal.aborted ? wording.stopped : messageOf(error));
  } finally {
    clearTimeout(offering);
    view.answer.removeAttribute('aria-busy');
    if (asking === running) {
      asking = null;
      showBusy(false);
    }
  }
}

/** @param {unknown} error */
function messageOf(error) {
  return error instanceof AskFailure ? error.message : wording.unreadable;
}

/**
 * @param {HTMLElement} place
 * @param {Answer} answer
 */
function showAnswer(place, answer) {
  place.classList.add(answer.status);
  place.replaceChildren(...answerView(answer, answerOptions));
}

/**
 * What was said until then stays on the page.
 * @param {{ root: HTMLElement, answer: HTMLElement }} view
 * @param {string} question
 * @param {string} message
 */
function showFailure(view, question, message) {
  const again = element('button', { class: 'tool', type: 'button' }, wording.retry);
  again.addEventListener('click', () => {
    if (asking !== null) return;
    view.root.remove();
    void askAndShow(question);
  });
  view.answer.classList.add('failed');
  view.answer.append(element('p', { class: 'failure' }, message), element('p', { class: 'actions' }, again));
  announce(message);
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  const question = field.value.trim();
  if (asking !== null) return;
  if (question === '') {
    field.focus();
    return;
  }
  field.value = '';
  // On a phone the keyboard would cover the answer.
  if (matchMedia('(pointer: coarse)').matches) field.blur();
  void askAndShow(question);
});

field.addEventListener('keydown', (event) => {
  // While an input method is open, Enter chooses a character; Safari reports that as key code 229.
  const composing = event.isComposing || event.keyCode === 229;
  if (event.key !== 'Enter' || event.shiftKey || composing) return;
  event.preventDefault();
  form.requestSubmit();
});

welcome.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest('a.question-link') : null;
  if (link === null || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  void askAndShow(link.textContent ?? '');
});

stop.addEventListener('click', () => asking?.abort());

clear.addEventListener('click', () => {
  if (!confirm(wording.clearConfirm)) return;
  asking?.abort();
  conversation.clear();
  log.replaceChildren();
  showState();
  announce(wording.cleared);
  field.focus();
});

for (const { question, answer } of conversation.exchanges()) {
  const view = exchangeView(question, wording);
  showAnswer(view.answer, answer);
  log.append(view.root);
}
showState();
const [navigation] = performance.getEntriesByType('navigation');
// Who comes back from a document finds the place that was left; the browser takes care of that.
if (navigation instanceof PerformanceNavigationTiming && navigation.type === 'navigate') {
  log.lastElementChild?.scrollIntoView({ block: 'start' });
}
