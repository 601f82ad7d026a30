import { type Asked, readAsked } from './asked.ts';
import { type Aspect, aspectsOf } from './aspects.ts';
import { askedAgain } from './follow-up.ts';
import type { AskRequest } from './request.ts';
import { withoutTitle } from './titles.ts';
import { type Towns, townsNamed } from './towns.ts';
import { yearsAsked } from './years.ts';

/** What is being asked, as an explicit value that `--explain` prints. */
export interface Understanding extends Asked {
  /** As typed. */
  readonly question: string;
  /** In standard words. */
  readonly text: string;
  /** Words of earlier turns that the question leans on; empty when it stands alone. */
  readonly context: string;
  readonly towns: readonly string[];
  readonly unknownTowns: readonly string[];
  readonly years: readonly number[];
  /** 今年, 去年 …: years by the asker's own calendar. */
  readonly relativeYear: boolean;
  /** The headline itself is asked for. */
  readonly asksTitle: boolean;
  /** What was answered just before; a follow-up seldom asks for the same sentence again. */
  readonly said: string;
  /** Asks whether the page breaks off here. */
  readonly asksWhole: boolean;
  /** The question speaks of the report itself, so its year may be the page's. */
  readonly aboutReport: boolean;
  readonly aspects: readonly Aspect[];
}

export interface UnderstandingContext {
  readonly normalise: (text: string) => string;
  readonly towns: Towns;
  readonly now: Date;
}

/** A premise to check (…对吗, 不是…么): its town and year may be what is wrong with it. */
const PREMISE =
  /对吗|对不对|没错吧|是吧|不对吧|吧(?:[?？,，]|$)|不是.{2,24}[么吗][?？]?$|准确吗|属实|真的假的|是真的|是不是(?=.*(?:镇|年|月|才|就|只|先|最))/;

/** Reads a question into an explicit value; nothing is searched yet. */
export function understand(request: AskRequest, context: UnderstandingContext): Understanding {
  const typed = context.normalise(request.question);
  const leans = leansOnHistory(typed, request);
  const again = leans ? askedAgain(typed, lastAsked(request, context.normalise), context.towns) : undefined;
  const previous = leans ? lastTurns(request, context.normalise) : '';
  const text = again ?? typed;
  const meant = withoutExcluded(typed);
  const own = townsNamed(meant, context.towns);
  const inherited =
    own.known.length + own.unknown.length === 0 && previous !== ''
      ? townsNamed(previous, context.towns)
      : own;
  const swapped = /隔壁|另一个镇|另外一个镇|别的镇|那边镇/.test(typed) && inherited.known.length === 1;
  const named = swapped
    ? context.towns.known.filter((town) => !inherited.known.includes(town))
    : inherited.known;
  const towns =
    named.length === 0 && /两镇|两个镇|两地|(?<![道路河江溪渠街桥岸线墙山堤]的?)两边/.test(typed)
      ? context.towns.known
      : named;
  const stated = request.town != null && request.town !== '' ? [request.town] : towns;
  const asked = yearsAsked(meant, context.now);
  const years = yearsOf(request, asked.years, typed, previous, context.now);
  // Asked again in full, a question leans on nothing.
  const leant = again === undefined && !OWN_MATTER.test(typed) ? previous : '';
  return {
    ...readAsked(text),
    question: request.question,
    text,
    context: leant,
    towns: stated,
    unknownTowns: own.unknown,
    years,
    relativeYear: asked.relative,
    asksTitle: /标题|题目|篇名/.test(text),
    said:
      leant === ''
        ? ''
        : ((request.history ?? []).filter((turn) => turn.role === 'assistant').at(-1)?.text ?? ''),
    asksWhole:
      /(?:是否|是不是|有没有|还是)?.{0,4}(?:完整|看全|全不全|中断|截断|断掉|断了|没写完|写完|缺字|残缺)/.test(
        text,
      ),
    aboutReport: /报道|那期|那版|那篇|这篇|一文|版面|文中|这页|那页/.test(text),
    aspects:
      PREMISE.test(text) && stated.length < 2
        ? [{ text, context: leant, town: null, years: [], asked: null }]
        : aspectsOf(withoutTitle(text), {
            context: leant,
            towns: stated,
            years,
            known: context.towns,
            now: context.now,
          }),
  };
}

/** 不要2022年的计划数: what is named only to be left out. In 不是2021年建的吗 it is a premise, and meant. */
const EXCLUDED =
  /[(（,，](?:不要|别给|别拿|不算|不含|而非|不是)[^,，。?？()（）]{2,16}[)）]?(?=[,，。?？]|$)/gu;

function withoutExcluded(text: string): string {
  return /[吗么吧][?？]?$/.test(text) ? text : text.replace(EXCLUDED, '');
}

/** 旧城改造呢，那年准备投多少: a matter of its own, and a question about it; only town and year are the last one's. */
const OWN_MATTER = /^那?(?!么)[^,，?？]{3,10}呢[,，].*(?:多少|几|谁|哪|什么|怎么)/;

/** A short question, or one that begins with 那 or points back, is completed from what was said before. */
function leansOnHistory(text: string, request: AskRequest): boolean {
  if ((request.history ?? []).length === 0) return false;
  return (
    text.length <= 30 ||
    /^(?:那|其中|还有|再|它|他|她|这|另外|都有谁|上面|刚才|前面)/.test(text) ||
    /呢[？?]?$|它|这个|那个|该/.test(text)
  );
}

function lastAsked(request: AskRequest, normalise: (text: string) => string): string {
  return normalise((request.history ?? []).filter((turn) => turn.role === 'user').at(-1)?.text ?? '');
}

/** The last question and, after it, the answer given: what a follow-up can mean. */
function lastTurns(request: AskRequest, normalise: (text: string) => string): string {
  const history = request.history ?? [];
  const said = history.filter((turn) => turn.role === 'assistant').at(-1)?.text ?? '';
  return `${lastAsked(request, normalise)} ${said.slice(0, 200)}`.trim();
}

function yearsOf(
  request: AskRequest,
  asked: readonly number[],
  text: string,
  previous: string,
  now: Date,
): number[] {
  if (asked.length > 0) return [...asked];
  if (request.year != null) return [request.year];
  const before = yearsAsked(previous, now).years;
  if (before.length === 1 && (OWN_MATTER.test(text) || /那一?年|当年|同一?年/.test(text)))
    return [before[0]!];
  if (before.length === 1 && /前一年|上一年|头一年|再往前/.test(text)) return [before[0]! - 1];
  if (before.length === 1 && /后一年|下一年|第二年/.test(text)) return [before[0]! + 1];
  return [];
}
