import type { Answer } from '../../answers/answer.ts';
import type { Assistant } from '../../assistant.ts';
import { type AskRequest, MOST_TURNS, type Turn } from '../../questions/request.ts';
import { terminalWording } from '../../wording/terminal.ts';
import { printableLine } from './printable.ts';
import { renderAnswer, section } from './render-answer.ts';
import type { Style } from './style.ts';

const wording = terminalWording.chat;

export interface ChatServices {
  readonly assistant: Pick<Assistant, 'ask' | 'firstQuestions'>;
  /** What the person types, line by line; the conversation ends with it. */
  readonly lines: AsyncIterable<string>;
  readonly write: (text: string) => void;
  /** Asks for the next line; does nothing where nobody sits at the terminal. */
  readonly prompt: () => void;
  readonly onFailure: (error: unknown) => void;
  readonly style: Style;
  /** Greet, and say goodbye? Not to a file of questions. */
  readonly greet: boolean;
  /** What every question of the conversation is asked with. */
  readonly filters: Pick<AskRequest, 'town' | 'year'>;
  readonly hits?: number;
  readonly signal?: AbortSignal;
}

/** A conversation: questions follow each other until the person leaves, and later ones may lean on earlier ones. */
export async function chat(services: ChatServices): Promise<void> {
  const { write, prompt } = services;
  if (services.greet) write(greeting(services));
  let history: readonly Turn[] = [];
  prompt();
  for await (const line of services.lines) {
    const text = line.trim();
    if (text === '/quit' || text === '/exit') break;
    if (text.startsWith('/')) history = command(text, history, write);
    else if (text !== '') history = await turn(text, history, services);
    prompt();
  }
  if (services.greet) write(`${wording.farewell}\n`);
}

function greeting({ assistant, style }: ChatServices): string {
  const first = assistant.firstQuestions().map((question) => `· ${printableLine(question)}`);
  const parts = [
    wording.greeting,
    section(wording.firstQuestions, first, style),
    style.faint(wording.commands),
  ];
  return `${parts.filter((part) => part !== '').join('\n')}\n\n`;
}

/** Does what a slash command asks for; returns the history that goes on. */
function command(text: string, history: readonly Turn[], write: (text: string) => void): readonly Turn[] {
  switch (text) {
    case '/new':
      write(`${wording.forgotten}\n`);
      return [];
    case '/help':
      write(`${[...wording.help, wording.commands].join('\n')}\n`);
      return history;
    default:
      write(`${wording.unknownCommand(printableLine(text))}${wording.commands}\n`);
      return history;
  }
}

/** One question and its answer; returns the history that the next question is asked with. */
async function turn(
  question: string,
  history: readonly Turn[],
  services: ChatServices,
): Promise<readonly Turn[]> {
  const { assistant, filters, hits, signal, style, write } = services;
  try {
    const request = { ...filters, question, history: [...history] };
    const answer = await assistant.ask(request, {
      ...(hits !== undefined && { hits }),
      ...(signal && { signal }),
    });
    write(`\n${renderAnswer(answer, style)}\n`);
    return remember(history, question, answer);
  } catch (error) {
    services.onFailure(error);
    write(`${wording.failed}\n`);
    return history;
  }
}

/** A blocked question is not remembered: nothing follows from it, and it may hold personal data. */
function remember(history: readonly Turn[], question: string, answer: Answer): readonly Turn[] {
  if (answer.status === 'blocked') return history;
  const turns: Turn[] = [
    { role: 'user', text: question },
    { role: 'assistant', text: answer.answer },
  ];
  return [...history, ...turns].slice(-MOST_TURNS);
}
