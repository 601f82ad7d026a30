/**
 * The lines of a stream of UTF-8, one after the other, without their line ends. Only `\n` ends a line: Node's own
 * reader also breaks at U+2028, which may stand inside a JSON string.
 */
export async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of chunks) {
    const parts = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = parts.pop() ?? '';
    for (const line of parts) yield line.replace(/\r$/u, '');
  }
  rest += decoder.decode();
  if (rest !== '') yield rest.replace(/\r$/u, '');
}
