import { html } from 'hono/html';
import { feedbackReasons } from '../../../wording/feedback.ts';
import { webWording } from '../../../wording/web.ts';
import type { Assets } from '../assets.ts';
import { bridge } from './bridge.ts';
import { composer } from './composer.ts';
import { type Html, layout } from './layout.ts';

/** The page at the root. What `page.js` adds is comfort; the links and the form work without it. */
export function chatPage(assets: Assets, firstQuestions: readonly string[]): Html {
  const { chat, site } = webWording;
  return layout(assets, {
    title: null,
    section: 'chat',
    skip: { to: '#question', label: site.skipToQuestion },
    head: html`<script type="module" src="${assets.path('page.js')}"></script>
`,
    tools: html`<button class="tool" id="clear" type="button" hidden>${site.clear}</button>
`,
    main: html`<main id="chat" data-wording="${JSON.stringify(browserWording())}">
<h1 class="unseen">${site.name}：${site.tagline}</h1>
<section id="welcome" class="welcome">
${bridge()}
<h2>${chat.greeting}</h2>
<p>${chat.introduction}</p>
${firstQuestions.length === 0 ? '' : suggestedQuestions(firstQuestions)}
<p class="small">${site.privacy}</p>
</section>
<section id="conversation" class="conversation" aria-label="${chat.conversation}" hidden></section>
<p class="small disclaimer">${site.disclaimer}</p>
<p id="announcer" class="unseen" role="status" aria-live="polite"></p>
</main>`,
    bottom: composer(),
  });
}

function suggestedQuestions(questions: readonly string[]): Html {
  return html`<h3>${webWording.chat.firstQuestions}</h3>
<ul class="questions">
${questions.map((question) => html`<li><a class="question-link" href="/ask?q=${encodeURIComponent(question)}">${question}</a></li>`)}
</ul>`;
}

/** What `page.js` says to people; the browser keeps no words of its own. */
export function browserWording() {
  const { answer, endings, feedback } = webWording;
  return { ...answer, endings, feedback: { ...feedback, reasons: feedbackReasons } };
}
