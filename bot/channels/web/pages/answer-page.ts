import { html } from 'hono/html';
import type { Answer, Citation } from '../../../answers/answer.ts';
import { webWording } from '../../../wording/web.ts';
import type { Assets } from '../assets.ts';
import { fill } from '../fill.ts';
import { sourceLink } from '../source-link.ts';
import { composer } from './composer.ts';
import { verdictForm } from './feedback-page.ts';
import { type Html, layout } from './layout.ts';
import { markedText } from './marked-text.ts';

/** One answer as a page of its own, as `/ask` shows it; with a receipt, people can say whether it was any good. */
export function answerPage(assets: Assets, answer: Answer, receipt: string | null): Html {
  const wording = webWording.answer;
  const ending = endingOf(answer);
  return layout(assets, {
    title: answer.question,
    tools: html`<a class="tool" href="/">${webWording.site.chat}</a>
`,
    skip: { to: '#answer', label: webWording.site.skipToContent },
    main: html`<main class="conversation" id="answer">
<article class="exchange">
<h1 class="question"><span class="unseen">${wording.question}：</span>${answer.question}</h1>
<div class="answer ${answer.status}">
${ending === null ? '' : html`<p class="ending">${ending}</p>`}
<p class="answer-text">${markedText(answer.answer, answer.citations)}</p>
${answer.notes.length === 0 ? '' : notes(answer)}
${answer.citations.length === 0 ? '' : sources(answer.citations)}
${receipt === null ? '' : verdictForm({ receipt, question: answer.question, answer: answer.answer })}
${answer.suggestions.length === 0 ? '' : suggestions(answer.suggestions)}
</div>
</article>
<p class="small disclaimer">${webWording.site.disclaimer}</p>
</main>`,
    bottom: composer(),
  });
}

function endingOf(answer: Answer): string | null {
  const { endings } = webWording;
  switch (answer.status) {
    case 'answered':
      return null;
    case 'clarify':
      return endings.clarify;
    case 'refused':
      return endings.refused;
    case 'blocked':
      return answer.reason === 'emergency' ? endings.emergency : null;
  }
}

function notes(answer: Answer): Html {
  return html`<section class="notes"><h2>${webWording.answer.notes}</h2>
<ul>${answer.notes.map((note) => html`<li>${markedText(note, answer.citations)}</li>`)}</ul></section>`;
}

function sources(citations: readonly Citation[]): Html {
  return html`<section class="sources"><h2>${webWording.answer.sources}</h2>
<ol>${citations.map(source)}</ol></section>`;
}

function source(citation: Citation): Html {
  const from = [citation.town, citation.period].filter((part) => part !== null).join(' · ');
  return html`<li class="source">
<p class="source-title"><span class="source-mark">[${citation.mark}]</span> <cite>${citation.title}</cite>${from === '' ? '' : html` <span class="source-from">${from}</span>`}</p>
<blockquote>${citation.quote}</blockquote>
<a class="source-open" href="${sourceLink(citation)}">${fill(webWording.answer.openSource, { line: citation.line })}</a>
</li>`;
}

function suggestions(questions: readonly string[]): Html {
  return html`<section class="suggestions"><h2>${webWording.answer.suggestions}</h2>
<ul class="questions">${questions.map((question) => html`<li><a class="question-link" href="/ask?q=${encodeURIComponent(question)}">${question}</a></li>`)}</ul></section>`;
}
