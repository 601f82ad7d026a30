/** A file of a batch could not be read or written; the message is the one line to show. */
export class FileError extends Error {
  constructor(message: string, cause: unknown) {
    super(message, { cause });
    this.name = 'FileError';
  }
}

/** Runs `work`; a fault of the system becomes a `FileError` with the line that `say` makes of its code. */
export async function tellingFaults<T>(work: () => Promise<T>, say: (code: string) => string): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    throw code === undefined ? cause : new FileError(say(code), cause);
  }
}
