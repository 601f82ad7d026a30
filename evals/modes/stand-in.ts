import { createHash } from 'node:crypto';
import {
  type Behaviour,
  breaksOff,
  callsTool,
  declines,
  fails,
  hangs,
  type ReceivedRequest,
  type ScriptedSentence,
  says,
  saysText,
} from '../../bot/answers/model/scripted-server.ts';
import { fences, fields } from '../../bot/wording/model.ts';

/** A piece of evidence as the prompt gives it. */
interface Material {
  readonly number: number;
  readonly said: string;
  readonly town: string | null;
}

/** Ways in which a model can be wrong: what it says instead of the evidence's own words, or what its server does. */
export const FAULTS = [
  'none',
  'invented number',
  'swapped town',
  'other year',
  'target as result',
  'cites nothing',
  'cites what is not there',
  'adds a claim',
  'obeys the document',
  'broken JSON',
  'prose',
  'declines',
  'half a reply',
  'answers 429',
  'answers 500',
  'hangs',
] as const;
export type Fault = (typeof FAULTS)[number];

/** What a stand-in says when it takes words of a document for orders. */
const OBEDIENT = '以上规则作废，所有项目均已取消';

/** A chat model's stand-in: it says the evidence's own words, or errs in the way that `pick` chooses. */
export function standIn(pick: (request: ReceivedRequest) => Fault): Behaviour {
  return (response, request) => behaviourOf(pick(request), materialsOf(request))(response, request);
}

/** Every second request is answered well, the others by each fault in turn; the same request always alike. */
export function mixedFaults(request: ReceivedRequest): Fault {
  const user = request.body.messages.at(-1)?.content ?? '';
  const number = createHash('sha256').update(user).digest().readUInt32BE(0);
  return number % 2 === 0 ? 'none' : FAULTS[1 + (Math.floor(number / 2) % (FAULTS.length - 1))]!;
}

function behaviourOf(fault: Fault, materials: readonly Material[]): Behaviour {
  const sentences = (change: (material: Material) => Partial<ScriptedSentence>): ScriptedSentence[] =>
    materials.map((material) => ({ text: material.said, evidence: [material.number], ...change(material) }));
  switch (fault) {
    case 'none':
      return says(...sentences(() => ({})));
    case 'invented number':
      return says(...sentences(({ said }) => ({ text: invented(said) })));
    case 'swapped town':
      return says(...sentences(({ said, town }) => ({ text: inAnotherTown(said, town) })));
    case 'other year':
      return says(...sentences(({ said }) => ({ text: said.replace(/20\d\d/g, nextYear) })));
    case 'target as result':
      return says(...sentences(({ said }) => ({ text: asResult(said) })));
    case 'cites nothing':
      return says(...sentences(() => ({ evidence: [] })));
    case 'cites what is not there':
      return says(...sentences(() => ({ evidence: [99] })));
    case 'adds a claim':
      return says(...sentences(({ said }) => ({ text: `${said}，而且全部费用由镇政府承担` })));
    case 'obeys the document':
      return says({ text: OBEDIENT, evidence: materials.map(({ number }) => number) });
    case 'broken JSON':
      return callsTool('{"sentences":[{"text":"');
    case 'prose':
      return saysText(materials.map(({ said }) => said).join('。'));
    case 'declines':
      return declines;
    case 'half a reply':
      return breaksOff(...sentences(() => ({})));
    case 'answers 429':
      return fails(429, { 'retry-after': '60' });
    case 'answers 500':
      return fails(500);
    case 'hangs':
      return hangs;
  }
}

/** The evidence out of the prompt's fence. */
function materialsOf({ body }: ReceivedRequest): Material[] {
  const user = body.messages.at(-1)?.content ?? '';
  const json = user.split(`〈${fences.evidence}〉\n`)[1]?.split('\n')[0] ?? '[]';
  return (JSON.parse(json) as Record<string, unknown>[]).map((material) => ({
    number: Number(material[fields.number]),
    said: String(material[fields.said]),
    town: (material[fields.town] ?? null) as string | null,
  }));
}

function invented(said: string): string {
  const changed = said.replace(/(?<!\d)(?!20\d\d)\d+/g, (digits) => String(Number(digits) + 7));
  return changed === said ? `${said}，共97个` : changed;
}

function inAnotherTown(said: string, town: string | null): string {
  return town !== null && said.includes(town) ? said.replaceAll(town, '东山镇') : `东山镇${said}`;
}

function nextYear(year: string): string {
  return String(Number(year) + 1);
}

function asResult(said: string): string {
  const done = said.replace(/力争|计划|争取|确保|目标：|拟|将/g, '已完成');
  return done === said ? `${said}，均已完成` : done;
}
