/** Words that a page prints in one go, in points from the page's upper left corner. */
export interface Piece {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** The line that the letters stand on. */
  readonly base: number;
  readonly size: number;
  readonly font: string;
}

export interface PrintedPage {
  readonly width: number;
  readonly height: number;
  readonly pieces: readonly Piece[];
}

/** Pieces that stand on one line without a gap between them. */
export interface Fragment extends Omit<Piece, 'font'> {
  /** The font of most of its letters. */
  readonly font: string;
}

/** What stands at one height, from left to right. */
export interface Row {
  readonly base: number;
  readonly fragments: readonly Fragment[];
}

/** Letters whose lines differ by less than this share of their size stand at one height. */
const SAME_LINE = 0.35;
/** A gap of this share of the letters' size parts words: columns, cells, phrases set apart. */
const GAP = 0.45;

/** The rows of a page from top to bottom. What was printed twice to look bold is taken once. */
export function rowsOf(pieces: readonly Piece[]): Row[] {
  const sorted = withoutShadows(pieces).sort((one, other) => one.base - other.base);
  const rows: { base: number; pieces: Piece[] }[] = [];
  for (const piece of sorted) {
    const open = rows.at(-1);
    if (open !== undefined && piece.base - open.base <= SAME_LINE * piece.size) open.pieces.push(piece);
    else rows.push({ base: piece.base, pieces: [piece] });
  }
  return rows.map((row) => ({ base: row.base, fragments: joined(row.pieces) }));
}

function joined(pieces: readonly Piece[]): Fragment[] {
  const runs: Piece[][] = [];
  for (const piece of [...pieces].sort((one, other) => one.left - other.left)) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (
      run !== undefined &&
      last !== undefined &&
      piece.left - last.right < GAP * Math.max(piece.size, last.size)
    )
      run.push(piece);
    else runs.push([piece]);
  }
  return runs.map((run) => {
    const longest = [...run].sort((one, other) => other.text.length - one.text.length)[0]!;
    return {
      text: run.map((piece, index) => lead(run[index - 1], piece) + piece.text).join(''),
      left: run[0]!.left,
      right: Math.max(...run.map(({ right }) => right)),
      base: longest.base,
      size: longest.size,
      font: longest.font,
    };
  });
}

/** Between two Latin words or figures a small gap is a blank. */
function lead(before: Piece | undefined, piece: Piece): string {
  if (before === undefined || piece.left - before.right < 0.15 * piece.size) return '';
  return /[!-~]$/.test(before.text) && /^[!-~]/.test(piece.text) ? ' ' : '';
}

function withoutShadows(pieces: readonly Piece[]): Piece[] {
  const kept: Piece[] = [];
  const known = new Map<string, Piece[]>();
  for (const piece of pieces) {
    const alike = known.get(piece.text) ?? [];
    const near = alike.some(
      ({ left, base }) =>
        Math.abs(left - piece.left) < 0.3 * piece.size && Math.abs(base - piece.base) < 0.3 * piece.size,
    );
    if (near) continue;
    known.set(piece.text, [...alike, piece]);
    kept.push(piece);
  }
  return kept;
}
