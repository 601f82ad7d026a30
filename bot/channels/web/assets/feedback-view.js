// @ts-check
/// <reference lib="dom" />
import { element } from './elements.js';

/**
 * @typedef {Record<'label' | 'good' | 'bad' | 'sending' | 'kept' | 'keptBad' | 'reason' | 'comment' | 'send', string>
 *   & { reasons: Record<string, string> }} FeedbackWording
 * @typedef {{ verdict: 'good' | 'bad', reason?: string, comment?: string }} Verdict
 * @typedef {(verdict: Verdict) => Promise<{ kept: true } | { kept: false, message: string }>} SendFeedback
 */

const LONGEST_COMMENT = '1000';

/**
 * Two buttons under an answer, and after a bad verdict what was wrong with it. Thanks are said only once the
 * server has it on disk; what is not there is said as plainly.
 * @param {FeedbackWording} words
 * @param {SendFeedback} send
 */
export function feedbackView(words, send) {
  const status = element('p', { class: 'small', role: 'status' });
  const more = element('div', {});
  const good = verdictButton(words.good);
  const bad = verdictButton(words.bad);
  const group = element('div', { role: 'group', 'aria-label': words.label }, good, bad);
  let sending = false;

  /**
   * @param {Verdict} verdict
   * @param {string} thanks
   */
  const keep = async (verdict, thanks) => {
    if (sending) return false;
    sending = true;
    status.textContent = words.sending;
    const outcome = await send(verdict);
    sending = false;
    status.textContent = outcome.kept ? thanks : outcome.message;
    return outcome.kept;
  };

  good.addEventListener('click', async () => {
    if (!(await keep({ verdict: 'good' }, words.kept))) return;
    press(good, bad);
    more.replaceChildren();
  });
  bad.addEventListener('click', async () => {
    if (!(await keep({ verdict: 'bad' }, words.keptBad))) return;
    press(bad, good);
    const form = reasonForm(words, async (given) => {
      if (!(await keep({ verdict: 'bad', ...given }, words.kept))) return;
      // The button that had the focus is about to go.
      bad.focus({ preventScroll: true });
      more.replaceChildren();
    });
    more.replaceChildren(form);
  });
  return element('div', { class: 'feedback' }, group, status, more);
}

/** @param {string} label */
function verdictButton(label) {
  return element('button', { class: 'tool', type: 'button', 'aria-pressed': 'false' }, label);
}

/**
 * @param {HTMLButtonElement} chosen
 * @param {HTMLButtonElement} other
 */
function press(chosen, other) {
  chosen.setAttribute('aria-pressed', 'true');
  other.setAttribute('aria-pressed', 'false');
}

/**
 * @param {FeedbackWording} words
 * @param {(given: { reason?: string, comment?: string }) => void} onSubmit
 */
function reasonForm(words, onSubmit) {
  const choices = Object.entries(words.reasons).map(([value, label]) =>
    element(
      'label',
      { class: 'choice' },
      element('input', { type: 'radio', name: 'reason', value }),
      ' ',
      label,
    ),
  );
  const comment = element('textarea', { name: 'comment', rows: '2', maxlength: LONGEST_COMMENT });
  const form = element(
    'form',
    { class: 'feedback-more', 'aria-label': words.reason },
    element('fieldset', {}, element('legend', {}, words.reason), ...choices),
    element('label', {}, words.comment, comment),
    element('button', { class: 'primary' }, words.send),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const reason = new FormData(form).get('reason');
    const said = comment.value.trim();
    onSubmit({
      ...(typeof reason === 'string' ? { reason } : {}),
      ...(said === '' ? {} : { comment: said }),
    });
  });
  return form;
}
