/** What people choose from when an answer was no good; the keys are `FEEDBACK_REASONS`. */
export const feedbackReasons = {
  wrong: '不对',
  incomplete: '不全',
  outdated: '过时',
  unclear: '看不懂',
  no_source: '没来源',
} as const;
