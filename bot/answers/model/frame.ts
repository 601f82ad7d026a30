import { clarifyLead, confirmed, contradicted } from '../../wording/answers.ts';

/** What an answer says around its statements, which no model may reword: a correction before them, a question after them. */
export interface Frame {
  readonly lead: string;
  readonly tail: string;
}

const LEADS = [contradicted, confirmed, clarifyLead];

/** The frame of an extractive answer; `tail` is what follows the last mark. */
export function frameOf(answer: string): Frame {
  const after = answer.slice(answer.lastIndexOf(']') + 1);
  return { lead: LEADS.find((lead) => answer.startsWith(lead)) ?? '', tail: after.replace(/^[。；]/, '') };
}
