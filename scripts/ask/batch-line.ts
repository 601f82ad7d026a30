import { type AskRequest, askRequest } from '../../bot/questions/request.ts';
import { terminalWording } from '../../bot/wording/terminal.ts';

const wording = terminalWording.batch;

/** A question out of a batch, or why the line holds none. */
export type BatchLine =
  | { readonly id: string; readonly request: AskRequest }
  | { readonly id: string; readonly line: number; readonly error: string };

/** Reads line number `line` of a batch. A question without an id is named after its line. */
export function readBatchLine(text: string, line: number): BatchLine {
  // What the decoder puts in the place of bytes that are no UTF-8.
  if (text.includes('\ufffd')) return { id: String(line), line, error: wording.notUtf8 };
  const value = parse(text);
  if (value === undefined) return { id: String(line), line, error: wording.notJson };
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { id: String(line), line, error: wording.notObject };
  }
  const given = (value as { id?: unknown }).id;
  const id = isId(given) ? String(given) : String(line);
  const result = askRequest.safeParse({ ...value, id });
  if (result.success) return { id, request: result.data };
  const names = new Set(result.error.issues.map((issue) => String(issue.path[0])));
  return { id, line, error: wording.wrongFields([...names].join(', ')) };
}

function isId(value: unknown): value is string | number {
  return typeof value === 'number' || (typeof value === 'string' && value !== '');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
