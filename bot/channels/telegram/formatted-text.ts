import type { MessageEntity } from 'grammy/types';

export type Style = 'bold' | 'italic' | 'blockquote' | 'expandable_blockquote';

/**
 * Text with its formatting beside it, as Telegram takes it. Nothing is ever escaped, because no character
 * of a document or of a question can turn into markup. Offsets are UTF-16 units, as in JavaScript.
 */
export interface FormattedText {
  readonly text: string;
  readonly entities: readonly MessageEntity[];
}

export type Piece = string | FormattedText;

/** The pieces one after the other. */
export function join(pieces: readonly Piece[], separator = ''): FormattedText {
  let text = '';
  const entities: MessageEntity[] = [];
  for (const [place, piece] of pieces.entries()) {
    if (place > 0) text += separator;
    if (typeof piece === 'string') {
      text += piece;
      continue;
    }
    for (const entity of piece.entities) entities.push({ ...entity, offset: entity.offset + text.length });
    text += piece.text;
  }
  return { text, entities };
}

/** One piece in one style; an outer style stands before the inner ones, as Telegram sends them. */
export function styled(style: Style, piece: Piece): FormattedText {
  const inner = typeof piece === 'string' ? { text: piece, entities: [] } : piece;
  if (inner.text === '') return inner;
  return {
    text: inner.text,
    entities: [{ type: style, offset: 0, length: inner.text.length }, ...inner.entities],
  };
}

/** The part [start, end) of a text, with the formatting that falls into it. */
export function slice(whole: FormattedText, start: number, end: number): FormattedText {
  const entities = whole.entities.flatMap((entity) => {
    const from = Math.max(entity.offset, start);
    const to = Math.min(entity.offset + entity.length, end);
    return to > from ? [{ ...entity, offset: from - start, length: to - from }] : [];
  });
  return { text: whole.text.slice(start, end), entities };
}
