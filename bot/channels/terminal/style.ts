/** How parts of a text are set apart on a terminal; every function gives plain text where there is no colour. */
export interface Style {
  readonly heading: (text: string) => string;
  readonly mark: (text: string) => string;
  readonly faint: (text: string) => string;
}

const plain = (text: string): string => text;
const escaped =
  (code: number) =>
  (text: string): string =>
    `\u001b[${code}m${text}\u001b[0m`;

const PLAIN: Style = { heading: plain, mark: plain, faint: plain };
const COLOURED: Style = { heading: escaped(1), mark: escaped(36), faint: escaped(2) };

/** Colour only where a person looks at a terminal and has not asked for none (no-color.org). */
export function styleFor(
  isTerminal: boolean,
  environment: Readonly<Record<string, string | undefined>>,
): Style {
  const unwanted = (environment.NO_COLOR ?? '') !== '' || environment.TERM === 'dumb';
  return isTerminal && !unwanted ? COLOURED : PLAIN;
}
