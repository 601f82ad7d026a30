/** A name at which a question that sets things side by side is cut: a town, a year. */
export interface Mention<Key> {
  readonly key: Key;
  readonly start: number;
  readonly end: number;
}

/** What a question that sets things side by side asks of each. */
export interface SidePart<Key> {
  readonly key: Key;
  /** What is asked of this one, in words that make sense without the others. */
  readonly text: string;
  /** What is asked of the others: an ellipsis (实际增速) is completed by it. */
  readonly beside: string;
}

/** Words that set things side by side and name none of them. */
const COMPARING =
  /一[为个]?(?:目标|计划|任务|完成|实绩|实际|结果)|(?:放在?|拿来|摆在?)一(?:起|道)|对(?:比|照)|比较|相比|比一?比|一下|(?:差|区别|不同)(?:在哪里?|多少|几)?|哪个?(?:镇|边)?(?:更|最)?(?:高|低|多|少|大|小|快|慢)|(?:更|谁)(?:高|多|大|快)|(?:[两各]个?)镇|两[地边]|口径/g;
const EACH = /(?:各自?|分别|一为|都)(?=[是有为占要达完减少]|多少|几)/g;
/** What joins one's words to the next one's. */
const JOINT = /^(?:镇|的|在|于|与|和|跟|同|及|、|[,，:：;])+|(?:与|和|跟|同|及|比|、|[,，:：;(（]|把|将)+$/g;
const YEARS =
  /(?:20\d{2}年?(?:的|度)?|(?:截[至止]到?|前|到)?\d{1,2}(?:[—\-–至到]\d{1,2})?个?月(?:底|末|份)?的?|(?:[(（][^)）]*[)）]))/g;
/** 实际增速, 完成数: such words name no measure by themselves. */
const ELLIPSIS = /^(?:实际|目标|计划|完成|要求|任务|现状|情况|结果|增速|增幅|增长|做到|[数额值的定了])*$/;
const ASKING = /(?:是|为|有|占|要|达到?|完成)?(?:多少|几)[^,，。?？;；]{0,4}/;

/**
 * Cuts a question at the names that it sets side by side: what stands before the first belongs to all, what
 * follows a name to that one, and what only the last one says (各是多少) to each that says nothing of its own.
 */
export function sideBySide<Key>(
  text: string,
  keys: readonly Key[],
  mentions: readonly Mention<Key>[],
): SidePart<Key>[] {
  const inOrder = [...mentions].sort((one, other) => one.start - other.start);
  const prelude = bare(text.slice(0, inOrder[0]?.start ?? text.length));
  const said = new Map<Key, string>();
  for (const [place, { key, end }] of inOrder.entries()) {
    const next = inOrder[place + 1]?.start ?? text.length;
    // A sentence after the comparison speaks of none alone.
    const [own = ''] = text.slice(end, next).split(/[?？;；。]/);
    said.set(key, `${said.get(key) ?? ''}${bare(own)}`);
  }
  const asking = text.slice(inOrder.at(-1)?.end ?? 0).match(ASKING)?.[0] ?? '';
  const shared = [...said.values()].findLast((own) => contentOf(own).length >= 2) ?? '';
  return keys.map((key) => {
    const own = said.get(key) ?? '';
    const words = contentOf(own).length >= 2 ? own : `${own}${shared.replace(YEARS, '')}`;
    const others = keys.filter((other) => other !== key).map((other) => contentOf(said.get(other) ?? ''));
    const beside = others.join(' ').trim();
    // 增加值增速目标与……实际增速: the second is short because the first has named the thing.
    const elliptic = prelude === '' && ELLIPSIS.test(contentOf(words));
    const named = elliptic && beside.length >= 2 * contentOf(words).length ? beside : prelude;
    const whole = `${named}${named === '' || words === '' ? '' : ','}${words}`;
    return { key, text: ASKING.test(whole) ? whole : `${whole}${asking}`, beside };
  });
}

function bare(text: string): string {
  return text.replace(COMPARING, '').replace(EACH, '').trim().replace(JOINT, '').trim();
}

/** What is left when years, months and question words are taken away. */
function contentOf(text: string): string {
  return text
    .replace(YEARS, '')
    .replace(ASKING, '')
    .replace(/[^\p{Letter}\d]/gu, '');
}
