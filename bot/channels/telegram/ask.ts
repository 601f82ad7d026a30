import type { Answer } from '../../answers/answer.ts';
import { telegramWording } from '../../wording/telegram.ts';
import { answerMessage } from './answer-message.ts';
import { offerButtons } from './buttons.ts';
import type { TelegramContext } from './context.ts';
import { deliver, placeOf } from './delivery.ts';
import { notify } from './notify.ts';
import type { Services } from './services.ts';
import { whileTyping } from './typing.ts';

/** Asks the assistant and sends its answer with sources, notes and buttons; `lead` stands above the answer. */
export async function answerQuestion(
  context: TelegramContext,
  services: Services,
  question: string,
  lead?: string,
): Promise<void> {
  const { arrival } = context;
  const answer = await whileTyping(context, () => askInTime(context, services, question));
  if (answer === undefined) {
    services.metrics.turnedAway('telegram', 'time');
    arrival.logger.warn({ answerTimeoutMs: services.answerTimeoutMs }, 'answer took too long');
    return notify(context, telegramWording.tookTooLong);
  }
  // What is blocked may be personal data or abuse: nothing that a follow-up could mean.
  if (answer.status !== 'blocked') services.conversations.add(arrival.conversation, question, answer.answer);
  const place = placeOf(context);
  const offer = { questions: answer.suggestions, citations: answer.citations };
  const buttons = offerButtons(services.offers.keep(place.chat, offer), offer);
  await deliver(context.api, place, answerMessage(answer, lead), { buttons });
  const { status, reason, citations, timings } = answer;
  arrival.logger.info({ status, reason, citations: citations.length, timings }, 'question answered');
}

async function askInTime(
  context: TelegramContext,
  { assistant, conversations, answerTimeoutMs }: Services,
  question: string,
): Promise<Answer | undefined> {
  const controller = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => {
      controller.abort();
      resolve(undefined);
    }, answerTimeoutMs);
  });
  const request = {
    id: `telegram-${context.update.update_id}`,
    question,
    history: [...conversations.history(context.arrival.conversation)],
  };
  const asked = assistant.ask(request, { signal: controller.signal });
  // After the time is up nobody waits for it any more; a late failure must not end the program.
  asked.catch(() => {});
  try {
    return await Promise.race([asked, timeout]);
  } finally {
    clearTimeout(timer);
  }
}
