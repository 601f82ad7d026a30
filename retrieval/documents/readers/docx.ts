import { readMarkup } from './html.ts';
import type { Fault, Reading } from './reading.ts';
import { openZip, type ZipArchive, type ZipFault } from './zip.ts';

/** A report of three hundred pages unpacks to some eight megabytes; pictures are never unpacked. */
const LARGEST_UNPACKED = 20 * 1024 * 1024;
/** The first bytes of the old container: a .doc that was only renamed, or a .docx that was locked. */
const OLD_CONTAINER = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);
const LOCKED_PACKAGE = Buffer.from('EncryptedPackage', 'utf16le');

const FAULTS: Readonly<Record<ZipFault['reason'], Fault>> = {
  broken: {
    kind: 'broken',
    message: 'a damaged .docx file, or none at all; skipped, save or copy it again',
  },
  encrypted: {
    kind: 'encrypted',
    message: 'locked with a password; skipped, save it without one',
  },
  too_large: {
    kind: 'too_large',
    message: `unpacks to more than ${LARGEST_UNPACKED / 1024 / 1024} MB; skipped, cut it into parts`,
  },
};
const OLD_DOCUMENT: Fault = {
  kind: 'unknown_kind',
  message: 'an old .doc file under another name; skipped, open it and save it as .docx',
};

/** A Word document: mammoth makes HTML of it, and that is read like any page. */
export async function readDocx(bytes: Buffer): Promise<Reading | Fault> {
  if (bytes.subarray(0, OLD_CONTAINER.length).equals(OLD_CONTAINER))
    return bytes.includes(LOCKED_PACKAGE) ? FAULTS.encrypted : OLD_DOCUMENT;
  // Mammoth may wrap or swallow what went wrong with the archive.
  let fault: ZipFault | undefined;
  const onFault = (found: ZipFault): void => {
    fault ??= found;
  };
  try {
    const archive = openZip(bytes, LARGEST_UNPACKED, onFault);
    const reading = await readMarkup(await toHtml(archive), statedTitle(archive));
    return fault === undefined ? reading : FAULTS[fault.reason];
  } catch {
    return FAULTS[fault?.reason ?? 'broken'];
  }
}

/** The only door to mammoth, loaded when the first document comes. */
async function toHtml(archive: ZipArchive): Promise<string> {
  const { default: mammoth } = await import('mammoth');
  // Mammoth takes an opened archive as well, which its types leave out; so nothing is unpacked past our limit.
  const input = {
    file: {
      exists: (name: string) => archive.has(name),
      read: async (name: string, encoding?: string) =>
        encoding === undefined ? archive.read(name) : archive.read(name).toString(encoding as BufferEncoding),
    },
  } as unknown as { buffer: Buffer };
  const { value } = await mammoth.convertToHtml(input, {
    styleMap: ["p[style-name='Title'] => h1:fresh", "p[style-name='标题'] => h1:fresh"],
    convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
  });
  return value;
}

function statedTitle(archive: ZipArchive): string | undefined {
  if (!archive.has('docProps/core.xml')) return undefined;
  const title = archive
    .read('docProps/core.xml')
    .toString('utf8')
    .match(/<dc:title>([^<]*)<\/dc:title>/)?.[1];
  return title
    ?.replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');
}
