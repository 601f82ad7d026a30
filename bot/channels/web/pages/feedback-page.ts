import { html } from 'hono/html';
import { FEEDBACK_REASONS } from '../../../conversations/store.ts';
import { feedbackReasons } from '../../../wording/feedback.ts';
import { webWording } from '../../../wording/web.ts';
import type { Assets } from '../assets.ts';
import type { GivenFeedback } from '../read-feedback.ts';
import { type Html, layout } from './layout.ts';

/** An answer that feedback is about. */
type Judged = Pick<GivenFeedback, 'receipt' | 'question' | 'answer'>;

/** Two buttons under an answer; each sends the form by itself, without JavaScript. */
export function verdictForm(judged: Judged): Html {
  const wording = webWording.feedback;
  return html`<form class="feedback" action="/api/feedback" method="post" aria-label="${wording.label}">
${hidden(judged)}<button class="tool" name="verdict" value="good">${wording.good}</button>
<button class="tool" name="verdict" value="bad">${wording.bad}</button>
</form>`;
}

/** Shown once a verdict is on disk; after a bad one people may say more. */
export function thanksPage(assets: Assets, given: GivenFeedback): Html {
  const wording = webWording.feedback;
  const asksForMore = given.verdict === 'bad' && given.reason === undefined && given.comment === undefined;
  return layout(assets, {
    title: wording.title,
    tools: html`<a class="tool" href="/">${wording.back}</a>
`,
    skip: { to: '#thanks', label: webWording.site.skipToContent },
    main: html`<main class="reading" id="thanks">
<h1>${wording.title}</h1>
<p>${asksForMore ? wording.keptBad : wording.kept}</p>
${asksForMore ? reasonForm(given) : ''}
</main>`,
  });
}

function reasonForm(given: GivenFeedback): Html {
  const wording = webWording.feedback;
  return html`<form class="feedback-more" action="/api/feedback" method="post" aria-label="${wording.reason}">
${hidden(given)}<input type="hidden" name="verdict" value="bad">
<fieldset><legend>${wording.reason}</legend>
${FEEDBACK_REASONS.map((reason) => html`<label class="choice"><input type="radio" name="reason" value="${reason}"> ${feedbackReasons[reason]}</label>`)}
</fieldset>
<label>${wording.comment}<textarea name="comment" rows="2" maxlength="1000"></textarea></label>
<button class="primary">${wording.send}</button>
</form>`;
}

function hidden({ receipt, question, answer }: Judged): Html {
  return html`<input type="hidden" name="receipt" value="${receipt}">
<input type="hidden" name="question" value="${question}">
<input type="hidden" name="answer" value="${answer}">
`;
}
