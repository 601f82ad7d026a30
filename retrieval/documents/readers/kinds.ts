import { extname } from 'node:path';
import { readDocx } from './docx.ts';
import { readHtml } from './html.ts';
import { readMarkdown } from './markdown.ts';
import { readPdf } from './pdf.ts';
import type { Fault, Reader } from './reading.ts';
import { readText } from './text.ts';

const READERS: Readonly<Record<string, Reader>> = {
  '.txt': readText,
  '.md': readMarkdown,
  '.html': readHtml,
  '.htm': readHtml,
  '.docx': readDocx,
  '.pdf': readPdf,
};

/** The kinds of documents that are read, as they are told to people. */
export const KINDS = '.txt, .md, .html, .docx, .pdf';

/** What to do with a file of a kind that is not read. */
const ADVICE: readonly (readonly [RegExp, string])[] = [
  [/^\.(?:doc|wps|rtf|odt|docm|pages)$/, 'open it and save it as .docx'],
  [/^\.(?:xls|xlsx|et|ods|csv|numbers)$/, 'save its tables as .html or put them into a .docx'],
  [/^\.(?:ppt|pptx|dps|odp|ofd|xps|caj|ceb|key)$/, 'open it and save it as .pdf'],
  [
    /^\.(?:jpe?g|png|tiff?|bmp|gif|webp|heic)$/,
    'run text recognition (OCR) over it and save the text as .txt',
  ],
  [/^\.(?:zip|rar|7z|gz|tar|tgz)$/, 'unpack it and put the documents here'],
  [/^\.(?:mhtml?|xhtml|shtml)$/, 'save it as .html'],
];

/** The reader of a file by its name's ending, or what to do with a file of a kind that is not read. */
export function readerOf(name: string): Reader | Fault {
  const ending = extname(name).toLowerCase();
  const reader = READERS[ending];
  if (reader !== undefined) return reader;
  const advice = ADVICE.find(([endings]) => endings.test(ending))?.[1] ?? 'save it as one of these';
  return {
    kind: 'unknown_kind',
    message: `not a kind of document that is read (${KINDS}); skipped, ${advice}`,
  };
}
