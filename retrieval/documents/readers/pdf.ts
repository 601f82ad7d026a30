import { characterMap } from './character-maps.ts';
import { isPrinted } from './html.ts';
import type { Piece, PrintedPage } from './printed-page.ts';
import { printedText } from './printed-text.ts';
import { mendRadicals } from './radicals.ts';
import type { Fault, Reading } from './reading.ts';

/** A book; what is longer is cut, since reading holds up everything else. */
const MOST_PAGES = 2000;
/** With more letters than this that mean nothing, the file lacks the maps from its glyphs to characters. */
const MOST_MEANINGLESS = 0.2;

const BROKEN: Fault = {
  kind: 'broken',
  message: 'a damaged .pdf file, or none at all; skipped, save or copy it again',
};
const ENCRYPTED: Fault = {
  kind: 'encrypted',
  message: 'locked with a password; skipped, save it without one',
};
const NO_TEXT: Fault = {
  kind: 'no_text_layer',
  message: 'holds pictures of pages and no text (a scan); skipped, run text recognition (OCR) over it first',
};
const MEANINGLESS: Fault = {
  kind: 'no_text_layer',
  message:
    'its letters have no meaning attached; skipped, print it to PDF anew or run text recognition (OCR)',
};
const TOO_MANY_PAGES: Fault = {
  kind: 'too_large',
  message: `more than ${MOST_PAGES} pages; skipped, cut it into parts`,
};

/** The text layer of a PDF in reading order. */
export async function readPdf(bytes: Buffer): Promise<Reading | Fault> {
  if (!bytes.subarray(0, 1024).includes('%PDF-')) return BROKEN;
  let printed: { pages: PrintedPage[]; title: string } | Fault;
  try {
    printed = await printedPages(bytes);
  } catch (error) {
    return (error as Error).name === 'PasswordException' ? ENCRYPTED : BROKEN;
  }
  if ('kind' in printed) return printed;
  const text = mendRadicals(printedText(printed.pages));
  const letters = text.replace(/\s/g, '');
  if (!/[\p{L}\p{N}\p{Co}\ufffd]/u.test(letters)) return NO_TEXT;
  const meaningless = letters.match(/[\p{Co}\p{Cc}\ufffd]/gu)?.length ?? 0;
  if (meaningless > MOST_MEANINGLESS * letters.length) return MEANINGLESS;
  const title = mendRadicals(printed.title).trim();
  return isPrinted(title, text) ? { text, title } : { text };
}

/** The only door to unpdf, loaded when the first PDF comes: what each page prints, and the title it states. */
async function printedPages(bytes: Buffer): Promise<{ pages: PrintedPage[]; title: string } | Fault> {
  const { getDocumentProxy } = await import('unpdf');
  const pdf = await getDocumentProxy(new Uint8Array(bytes), {
    verbosity: 0,
    disableFontFace: true,
    useSystemFonts: false,
    cMapUrl: 'maps/',
    cMapPacked: false,
    BinaryDataFactory: CharacterMaps,
  });
  try {
    if (pdf.numPages > MOST_PAGES) return TOO_MANY_PAGES;
    const pages: PrintedPage[] = [];
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number);
      const { width, height, transform } = page.getViewport({ scale: 1 });
      const { items } = await page.getTextContent();
      const pieces = items.flatMap((item) => ('str' in item ? pieceOf(item, transform) : []));
      pages.push({ width, height, pieces });
      page.cleanup();
    }
    const { info } = await pdf.getMetadata();
    const title = (info as { Title?: unknown }).Title;
    return { pages, title: typeof title === 'string' ? title : '' };
  } finally {
    await pdf.loadingTask.destroy();
  }
}

/** Gives unpdf the character maps that a file names. */
class CharacterMaps {
  async fetch({ kind, filename }: { kind: string; filename: string }): Promise<Uint8Array> {
    const map = kind === 'cMapUrl' ? characterMap(filename) : undefined;
    if (map === undefined) throw new Error(`no ${filename} here`);
    return map;
  }
}

interface TextItem {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly fontName: string;
}

/** An item of the text layer, placed from the upper left; blanks and slanted words (watermarks) are left out. */
function pieceOf({ str, transform, width, fontName }: TextItem, viewport: readonly number[]): Piece[] {
  const [a, b, c, d, e, f] = multiplied(viewport, transform);
  const lead = str.length - str.trimStart().length;
  const text = str.trim();
  if (text === '' || Math.abs(b) > 0.1 * Math.abs(a)) return [];
  const letter = width / Math.max(1, str.length);
  const left = e + lead * letter;
  return [
    {
      text,
      left,
      right: left + text.length * letter,
      base: f,
      size: Math.hypot(c, d),
      font: fontName,
    },
  ];
}

function multiplied(
  one: readonly number[],
  other: readonly number[],
): [number, number, number, number, number, number] {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = one;
  const [g = 1, h = 0, i = 0, j = 1, k = 0, l = 0] = other;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}
