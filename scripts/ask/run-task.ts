import { createReadStream, existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Assistant } from '../../bot/assistant.ts';
import { renderAnswer } from '../../bot/channels/terminal/render-answer.ts';
import type { Style } from '../../bot/channels/terminal/style.ts';
import type { OpenedAssistant } from '../../bot/open.ts';
import { terminalWording } from '../../bot/wording/terminal.ts';
import type { Asking, Task } from './arguments.ts';
import { answerBatch } from './batch.ts';
import { chunksOf, linesOf } from './lines.ts';
import { createOutputFile } from './output-file.ts';
import { renderExplanation } from './render-explanation.ts';
import { UsageError } from './usage-error.ts';

type QuestionTask = Extract<Task, { kind: 'question' }>;
type BatchTask = Extract<Task, { kind: 'batch' }>;

export interface TaskServices {
  readonly open: (folders: Pick<Asking, 'index' | 'seeds'>) => Promise<OpenedAssistant>;
  /** Talks with the person at the terminal until the person leaves. */
  readonly converse: (assistant: Assistant, asking: Asking) => Promise<void>;
  readonly input: AsyncIterable<Uint8Array>;
  readonly write: (text: string) => Promise<void>;
  /** A line that does not belong to the output. */
  readonly say: (line: string) => void;
  readonly onFailure: (error: unknown) => void;
  readonly style: Style;
  /** Does a person read the output? JSON is then spread over lines. */
  readonly outputIsTerminal: boolean;
}

/** Does what the command line asks for; returns the exit code. Throws a `UsageError` before anything is opened. */
export async function runTask(task: Task, services: TaskServices): Promise<number> {
  if (task.kind === 'help') {
    await services.write(task.text);
    return 0;
  }
  checkPaths(task);
  const { index, seeds } = task;
  const assistant = await services.open({
    ...(index !== undefined && { index }),
    ...(seeds !== undefined && { seeds }),
  });
  try {
    switch (task.kind) {
      case 'chat':
        await services.converse(assistant, task);
        return 0;
      case 'question':
        await services.write(await answerOnce(task, assistant, services));
        return 0;
      case 'batch':
        return await runBatch(task, assistant, services);
    }
  } finally {
    assistant.close();
  }
}

function checkPaths(task: Exclude<Task, { kind: 'help' }>): void {
  const { usage } = terminalWording;
  if (task.seeds !== undefined && !isFolder(task.seeds)) throw new UsageError(usage.noFolder(task.seeds));
  if (task.kind !== 'batch') return;
  if (task.input !== null && (!existsSync(task.input) || isFolder(task.input)))
    throw new UsageError(usage.noFile(task.input));
  if (task.output !== null && !isFolder(dirname(task.output)))
    throw new UsageError(usage.noFolder(dirname(task.output)));
  if (task.output !== null && isFolder(task.output)) throw new UsageError(usage.isFolder(task.output));
}

function isFolder(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory();
}

async function answerOnce(
  task: QuestionTask,
  assistant: OpenedAssistant,
  services: TaskServices,
): Promise<string> {
  const { question, town, year, hits } = task;
  const request = { question, town, year };
  const json = (value: object) => `${JSON.stringify(value, null, services.outputIsTerminal ? 2 : 0)}\n`;
  if (task.explain) {
    const explanation = await assistant.explain(request);
    if (task.json) return json(explanation);
    return renderExplanation(explanation, (name) => assistant.document(name), services.style);
  }
  const answer = await assistant.ask(request, hits === undefined ? {} : { hits });
  return task.json ? json(answer) : renderAnswer(answer, services.style);
}

async function runBatch(
  task: BatchTask,
  assistant: OpenedAssistant,
  services: TaskServices,
): Promise<number> {
  const { write, onFailure, say } = services;
  const lines = linesOf(
    task.input === null ? services.input : chunksOf(task.input, createReadStream(task.input)),
  );
  const file = task.output === null ? null : await createOutputFile(task.output);
  try {
    const count = await answerBatch({
      assistant,
      lines,
      write: file?.write ?? write,
      onFailure,
      asking: task,
    });
    await file?.complete();
    if (count.faulty === 0) return 0;
    say(terminalWording.batch.ended(count.lines, count.faulty));
    return 1;
  } catch (error) {
    await file?.abandon();
    if (file !== null) say(terminalWording.batch.interrupted(file.draft));
    throw error;
  }
}
