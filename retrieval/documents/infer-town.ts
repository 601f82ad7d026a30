/** Words before 镇 that name no town: 全镇, 城镇, 我镇 … */
const NO_TOWN =
  /^(?:全|本|我|该|城|乡|村|小|集|各|强|兴|立|古|重|名|大|老|下|返|回|故|建制|美丽城|镇|此|县|市|区|中心|特色小|到|在|由|的|为|和|与|个)$/;
const SUFFIX = '(?:镇|乡|街道)';
/** Characters of a name before 镇, 乡 or 街道. */
const SHORTEST = 2;
const LONGEST = 4;
/** A longer name is the town's when it stands nearly wherever the shorter one does: 黄花渡镇, not 花渡镇. */
const NEARLY = 0.75;

/**
 * The town a page writes about: the most frequent name ending in 镇, 乡 or 街道 that is preceded by nothing that
 * makes it a common word. Null when no name occurs twice, be it once without its ending.
 */
export function inferTown(text: string, known: readonly string[]): string | null {
  const squeezed = text.replace(/\s/g, '');
  const scores = new Map<string, number>();
  for (const name of new Set(namesOf(squeezed, SHORTEST))) {
    const whole = lengthened(squeezed, name);
    const short = whole.replace(new RegExp(`${SUFFIX}$`), '');
    const full = count(squeezed, whole);
    const bare = count(squeezed, short) - full;
    if (full >= 2 || bare >= 1) scores.set(whole, full + bare / 2);
  }
  for (const name of known) {
    const times = count(squeezed, name);
    if (times > 0) scores.set(name, Math.max(2, times * 2));
  }
  const best = [...scores].sort((one, other) => other[1] - one[1])[0];
  return best === undefined ? null : best[0];
}

/** Every name of so many characters before an ending. */
function namesOf(text: string, length: number): string[] {
  return [...text.matchAll(new RegExp(`(?<name>[\\u4e00-\\u9fff]{${length}})${SUFFIX}`, 'gu'))].flatMap(
    (match) => {
      const { name } = match.groups as { name: string };
      return NO_TOWN.test(name) || NO_TOWN.test(name.at(-1)!) ? [] : [match[0]];
    },
  );
}

/** The name with the characters that always stand before it. */
function lengthened(text: string, name: string): string {
  let whole = name;
  while (whole.replace(new RegExp(`${SUFFIX}$`), '').length < LONGEST) {
    const times = count(text, whole);
    const before = new Map<string, number>();
    for (const match of text.matchAll(new RegExp(`([\\u4e00-\\u9fff])${whole}`, 'gu'))) {
      before.set(match[1]!, (before.get(match[1]!) ?? 0) + 1);
    }
    const [character, most = 0] = [...before].sort((one, other) => other[1] - one[1])[0] ?? [];
    if (character === undefined || times < 3 || most < times * NEARLY) break;
    whole = character + whole;
  }
  return whole;
}

function count(text: string, words: string): number {
  return text.split(words).length - 1;
}
