/** A character that all members of an enumeration are said to share, and whether they begin with it. */
export interface SharedCharacter {
  readonly character: string;
  readonly first: boolean;
}

/** “义”字打头的, 义字头的; 带“联”的, 带个“联”字的. */
const BEGINS = /[“「]?(\p{Script=Han})[”」]?字?(?:打头|开头|起头|当头|(?<=字)头|(?<=字)号)/u;
const BEARS = /(?:带|含|有)个?(?:[“「](\p{Script=Han})[”」]字?|(\p{Script=Han})字)(?:的|那)/u;

/** The character by which a question picks out the members that it asks for; null when by none. */
export function sharedCharacterIn(text: string): SharedCharacter | null {
  const begins = text.match(BEGINS)?.[1];
  if (begins !== undefined) return { character: begins, first: true };
  const bears = text.match(BEARS);
  return bears === null ? null : { character: (bears[1] ?? bears[2])!, first: false };
}

/** Most members that a question names and asks for one by one. */
const MOST = 8;

/**
 * Names in a question each of which stands for something that is asked: “新”“联”“会”三个字各指什么, 第一标识、第一名片、
 * 第一坐标对的是哪三句, “红”字怎么讲. Where one of them is picked out (其中“名片”配的是哪个), it alone; none otherwise.
 */
export function membersIn(text: string): string[] {
  if (sharedCharacterIn(text) !== null) return [];
  const letter = text.match(
    /[“「](\p{Script=Han})[”」]这?个?字|[那这]个(?:[“「](\p{Script=Han})[”」]|(\p{Script=Han})字)/u,
  );
  const quoted = [...text.matchAll(/[“「]([^”」]{1,12})[”」]/gu)].map((match) => match[1]!);
  const listed = listedIn(text);
  if (listed.length >= 2) {
    const picked = quoted.flatMap((name) => {
      const holding = listed.filter((member) => member !== name && member.includes(name));
      return holding.length === 1 ? holding : [];
    });
    if (picked.length === 1) return picked;
    if (picked.length === 0 && EACH.test(text)) return listed;
  }
  // “义江红”三个字拆开来讲: each of its characters is asked for.
  const name = quoted.length === 1 && TAKEN_APART.test(text) ? quoted[0]! : '';
  const taken = COUNTS.test(name) ? [] : [...name];
  if (taken.length >= 2 && taken.length <= LONGEST_TAKEN_APART) return taken;
  const letters = quoted.filter((name) => name.length === 1);
  if (letters.length >= 2 && EACH.test(text)) return letters.slice(0, MOST);
  // “义江红”里的那个“江”: a letter of a name that is quoted as well.
  const within = letters.filter((name) => quoted.some((other) => other.length > 1 && other.includes(name)));
  // 与甲相对应的是哪个: of what is told in pairs, the one with this member.
  const beside = text.match(/与([^,，与]{2,8}?)(?:相)?对应的[^,，]{0,6}(?:是|叫|为)/u)?.[1];
  if (beside !== undefined) return [beside];
  const only = letter?.slice(1).find((character) => character !== undefined) ?? within[0];
  return only === undefined || letters.length >= 2 ? [] : [only];
}

/** A name's characters are taken one by one. */
const TAKEN_APART = /拆(?:开|解)|一个一个|逐字|每(?:一)?个?字|[二两三四]个字[^,，?？]{0,4}(?:各|分别)/;
const LONGEST_TAKEN_APART = 4;
/** 三个推进, 四好, 410850: names that count their parts are taken apart otherwise. */
const COUNTS = /[一二两三四五六七八九十\d]/;

const EACH = /各|分别|对应|对的是|配的是|哪[两三四五六七八]|一一|逐/;

/** 第一标识、第一名片、第一坐标: an enumeration whose members begin alike is one of names. */
function listedIn(text: string): string[] {
  const run = text.match(/\p{Script=Han}{2,8}(?:[、,，]\p{Script=Han}{2,8})+/u)?.[0];
  if (run === undefined) return [];
  const all = run.split(/[、,，]/);
  const [first] = all;
  const alike = all.filter((member) => member.slice(0, 2) === first!.slice(0, 2));
  return alike.length >= 2 ? alike.slice(0, MOST) : [];
}
