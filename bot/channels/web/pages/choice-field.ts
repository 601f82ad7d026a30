import { html } from 'hono/html';
import type { Html } from './layout.ts';

export interface ChoiceField {
  readonly name: string;
  readonly label: string;
  /** What the empty choice says; without it there is none. */
  readonly empty?: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly chosen: string;
}

/** A labelled list to choose from, of a form that works without JavaScript. */
export function choiceField({ name, label, empty, choices, chosen }: ChoiceField): Html {
  const option = (value: string, text: string): Html =>
    html`<option value="${value}"${value === chosen ? html` selected` : ''}>${text}</option>`;
  return html`<div class="field"><label for="${name}">${label}</label>
<select id="${name}" name="${name}">${empty === undefined ? '' : option('', empty)}${choices.map((choice) => option(choice.value, choice.label))}</select></div>`;
}
