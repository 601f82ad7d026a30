/** For tests: words at a place of a page, in points from its lower left corner. */
export interface TestWords {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size?: number;
  readonly font?: 'F1' | 'F2';
}

export interface TestPdf {
  readonly pages: readonly (readonly TestWords[])[];
  readonly title?: string;
  /** Any other of Adobe's character maps, with the codes of a text in it; without it the file brings its own map. */
  readonly encoding?: { readonly name: string; readonly encode: (text: string) => Buffer };
  /** The letters have no map to characters. */
  readonly unmapped?: boolean;
  /** Says that it is locked, in a way that no password opens. */
  readonly locked?: boolean;
}

/** For tests: a PDF with two fonts that are not embedded and whose every letter is as wide as it is high. */
export function testPdf({ pages, title, encoding, unmapped, locked }: TestPdf): Buffer {
  const objects: string[] = [];
  const add = (content: string): number => objects.push(content);
  const stream = (content: string): string =>
    `<< /Length ${Buffer.byteLength(content, 'latin1')} >>\nstream\n${content}\nendstream`;
  const catalog = add('');
  const tree = add('');
  const map = add(stream(TO_UNICODE));
  const fonts = ['SimSun', 'SimHei'].map((name) => {
    const descriptor = add(
      `<< /Type /FontDescriptor /FontName /${name} /Flags 4 /FontBBox [0 -120 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 80 >>`,
    );
    const collection = encoding === undefined ? 'Identity' : 'GB1';
    const descendant = add(
      `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /${name} /CIDSystemInfo << /Registry (Adobe) /Ordering (${collection}) /Supplement 0 >> /FontDescriptor ${descriptor} 0 R /DW 1000 /CIDToGIDMap /Identity >>`,
    );
    const toUnicode = encoding === undefined && unmapped !== true ? `/ToUnicode ${map} 0 R ` : '';
    return add(
      `<< /Type /Font /Subtype /Type0 /BaseFont /${name} /Encoding /${encoding?.name ?? 'Identity-H'} ${toUnicode}/DescendantFonts [${descendant} 0 R] >>`,
    );
  });
  const encode = encoding?.encode ?? ((text: string): Buffer => Buffer.from(text, 'utf16le').swap16());
  const kids = pages.map((words) => {
    const drawn = words.map(
      ({ text, x, y, size = 10, font = 'F1' }) =>
        `BT /${font} ${size} Tf 1 0 0 1 ${x} ${y} Tm <${encode(text).toString('hex')}> Tj ET`,
    );
    const content = add(stream(drawn.join('\n')));
    return add(
      `<< /Type /Page /Parent ${tree} 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 ${fonts[0]} 0 R /F2 ${fonts[1]} 0 R >> >> /Contents ${content} 0 R >>`,
    );
  });
  objects[catalog - 1] = `<< /Type /Catalog /Pages ${tree} 0 R >>`;
  objects[tree - 1] =
    `<< /Type /Pages /Count ${kids.length} /Kids [${kids.map((kid) => `${kid} 0 R`).join(' ')}] >>`;
  const information = add(
    `<< /Title <feff${Buffer.from(title ?? '', 'utf16le')
      .swap16()
      .toString('hex')}> >>`,
  );
  const extra = locked === true ? ` /Encrypt ${add(LOCK)} 0 R /ID [<00> <00>]` : '';
  return assemble(objects, `/Root ${catalog} 0 R /Info ${information} 0 R${extra}`);
}

/** Every code is the character itself. */
const TO_UNICODE = [
  '/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Test def',
  '1 begincodespacerange <0000> <ffff> endcodespacerange',
  '1 beginbfrange <0000> <ffff> <0000> endbfrange',
  'endcmap end end',
].join('\n');

/** The lock of a standard handler whose key fits nothing. */
const LOCK = `<< /Filter /Standard /V 2 /R 3 /Length 128 /P -44 /O <${'11'.repeat(32)}> /U <${'22'.repeat(32)}> >>`;

function assemble(objects: readonly string[], trailer: string): Buffer {
  let file = '%PDF-1.7\n';
  const places: number[] = [];
  for (const [index, content] of objects.entries()) {
    places.push(file.length);
    file += `${index + 1} 0 obj\n${content}\nendobj\n`;
  }
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} ${trailer} >>\nstartxref\n${file.length}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}
