import { html } from 'hono/html';
import { LONGEST_QUESTION } from '../../../questions/request.ts';
import { webWording } from '../../../wording/web.ts';
import type { Html } from './layout.ts';

/** The field to ask in. Without JavaScript it is a plain form; posted, so that no question ends up in an address. */
export function composer(): Html {
  const { chat } = webWording;
  return html`<div class="bottom">
<form class="composer" id="composer" action="/ask" method="post" aria-label="${chat.send}">
<label class="unseen" for="question">${chat.questionLabel}</label>
<textarea id="question" name="q" rows="1" maxlength="${LONGEST_QUESTION}" enterkeyhint="send" autocomplete="off" placeholder="${chat.questionPlaceholder}"></textarea>
<button class="primary" id="send" type="submit">${chat.send}</button>
<button class="primary stop" id="stop" type="button" hidden>${chat.stop}</button>
</form>
</div>`;
}
