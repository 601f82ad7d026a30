/**
 * PDF files may name a character map of Adobe's that every program is supposed to have, and whose data we do not
 * ship. Those for Chinese encodings can be made: where the codes of a text are Unicode or GBK already, they need no
 * detour over the glyph numbers of Adobe's collections. Undefined for any other map.
 */
export function characterMap(name: string): Uint8Array | undefined {
  if (/^Uni(?:GB|CNS|JIS|KS)[^-]*-(?:UCS2|UTF16)-[HV]$/.test(name))
    return mapFile(name, [['0000', 'ffff']], '1 begincidrange\n<0000> <ffff> 0\nendcidrange\n');
  if (/^(?:GB|GBK|GBKp|GBpc|GBK2K)-EUC-[HV]$|^GBK2K-[HV]$/.test(name))
    return mapFile(
      name,
      [
        ['00', '80'],
        ['8140', 'fefe'],
      ],
      fromGbk(),
    );
  if (/^Adobe-(?:GB1|CNS1|Japan1|Korea1)-UCS2$/.test(name))
    return mapFile(name, [['0000', 'ffff']], '1 beginbfrange\n<0000> <ffff> <0000>\nendbfrange\n');
  return undefined;
}

function mapFile(name: string, codes: readonly (readonly [string, string])[], ranges: string): Uint8Array {
  const space = codes.map(([low, high]) => `<${low}> <${high}>`).join('\n');
  const vertical = name.endsWith('-V') ? 1 : 0;
  return new TextEncoder().encode(
    `begincmap\n/CMapName /${name} def\n/WMode ${vertical} def\n${codes.length} begincodespacerange\n${space}\nendcodespacerange\n${ranges}endcmap\n`,
  );
}

function fromGbk(): string {
  const decoder = new TextDecoder('gbk');
  const entries = ['<00> <7f> 0'];
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const code = decoder.decode(Uint8Array.of(lead, trail));
      if (code.length !== 1 || code === '\ufffd') continue;
      const hexadecimal = ((lead << 8) | trail).toString(16);
      entries.push(`<${hexadecimal}> <${hexadecimal}> ${code.charCodeAt(0)}`);
    }
  }
  return `${entries.length} begincidrange\n${entries.join('\n')}\nendcidrange\n`;
}
