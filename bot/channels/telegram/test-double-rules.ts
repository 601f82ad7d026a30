/** Telegram's own limits of a message; the complaint in its words, or nothing. */
export function checkMessage(payload: Readonly<Record<string, unknown>>): string | undefined {
  const text = payload.text;
  if (typeof text !== 'string' || text.trim() === '') return 'message text is empty';
  if (text.length > 4_096) return 'message is too long';
  if (typeof payload.chat_id !== 'number') return 'chat not found';
  for (const entity of (payload.entities ?? []) as { offset: number; length: number }[]) {
    const fits = entity.offset >= 0 && entity.length > 0 && entity.offset + entity.length <= text.length;
    if (!fits) return 'ENTITY_BOUNDS_INVALID';
  }
  return checkButtons(payload);
}

/** What Telegram asks of the buttons under a message. */
export function checkButtons(payload: Readonly<Record<string, unknown>>): string | undefined {
  const markup = payload.reply_markup as
    | { inline_keyboard?: { text: string; callback_data: string }[][] }
    | undefined;
  for (const button of markup?.inline_keyboard?.flat() ?? []) {
    const bytes = Buffer.byteLength(button.callback_data);
    if (bytes < 1 || bytes > 64 || button.text === '') return 'BUTTON_DATA_INVALID';
  }
  return undefined;
}
