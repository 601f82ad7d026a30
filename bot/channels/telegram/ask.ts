import type { Answer } from '../../answers/answer.ts';
import { maskBeforeKeeping, maskPersonalNumbers } from '../../questions/mask.ts';
import { telegramWording } from '../../wording/telegram.ts';
import { answerMessage } from './answer-message.ts';
import { offerButtons } from './buttons.ts';
import { namesTown } from './chat-towns.ts';
import type { TelegramContext } from './context.ts';
import { deliver, placeOf } from './delivery.ts';
import { inTime } from './in-time.ts';
import { notify } from './notify.ts';
import type { Offer } from './offers.ts';
import { knownTowns, type Services } from './services.ts';
import { whileTyping } from './typing.ts';

/** Asks the assistant and sends its answer with sources, notes and buttons; `lead` stands above the answer. */
export async function answerQuestion(
  context: TelegramContext,
  services: Services,
  question: string,
  lead?: string,
): Promise<void> {
  const { arrival } = context;
  const town = townFor(context, services, question);
  const answer = await whileTyping(context, () => askInTime(context, services, question, town));
  if (answer === undefined) {
    services.metrics.turnedAway('telegram', 'time');
    arrival.logger.warn({ answerTimeoutMs: services.answerTimeoutMs }, 'answer took too long');
    return notify(context, telegramWording.tookTooLong);
  }
  // What is blocked may be personal data or abuse: nothing that a follow-up could mean.
  if (answer.status !== 'blocked') services.conversations.add(arrival.conversation, question, answer.answer);
  const place = placeOf(context);
  const offer = { questions: answer.suggestions, citations: answer.citations, ...ratedPart(context, answer) };
  const buttons = offerButtons(services.offers.keep(place.chat, offer), offer);
  await deliver(context.api, place, answerMessage(answer, { lead, town }), { buttons });
  const { status, reason, citations, timings } = answer;
  arrival.logger.info({ status, reason, citations: citations.length, timings }, 'question answered');
}

/** What is blocked is never kept, and there is nothing to rate in it. */
function ratedPart({ arrival }: TelegramContext, answer: Answer): Pick<Offer, 'rated'> {
  if (answer.status === 'blocked') return {};
  const question = maskBeforeKeeping(answer.question);
  return { rated: { asker: arrival.asker, question, answer: maskPersonalNumbers(answer.answer) } };
}

async function askInTime(
  context: TelegramContext,
  services: Services,
  question: string,
  town: string | undefined,
): Promise<Answer | undefined> {
  const { assistant, conversations, answerTimeoutMs } = services;
  const person = services.personOf(context.arrival.asker);
  const request = {
    id: `telegram-${context.update.update_id}`,
    question,
    history: [...conversations.history(context.arrival.conversation)],
    ...(town === undefined ? {} : { town }),
  };
  return inTime(answerTimeoutMs, (signal) => assistant.ask(request, { signal, person }));
}

/** The chat's town, where neither the question nor the one before it names another. */
function townFor(context: TelegramContext, services: Services, question: string): string | undefined {
  const { conversations, chatTowns } = services;
  const towns = knownTowns(services);
  const town = chatTowns.of(context.chatId ?? 0, towns);
  if (town === undefined) return undefined;
  const before = conversations
    .history(context.arrival.conversation)
    .findLast(({ role, text }) => role === 'user' && text !== '');
  return namesTown([question, before?.text ?? ''], towns) ? undefined : town;
}
