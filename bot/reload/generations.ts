import type { OpenedAssistant } from '../open.ts';
import type { Fault } from '../serving-index.ts';

export interface Generations {
  /** Answers every question from the generation that is current when the question comes. */
  readonly assistant: OpenedAssistant;
  /** Makes another generation the current one; questions in flight finish on theirs, which is closed after them. */
  replace(next: OpenedAssistant): void;
  /** Keeps why the current one could not be followed by a newer one; null when it is up to date. */
  blame(fault: Fault | null): void;
}

interface Generation {
  readonly opened: OpenedAssistant;
  inFlight: number;
  retired: boolean;
}

/** One assistant over generations of an index that follow each other. */
export function createGenerations(first: OpenedAssistant): Generations {
  let current: Generation = { opened: first, inFlight: 0, retired: false };
  let fault = first.fault;

  const closeIfDone = (generation: Generation): void => {
    if (generation.retired && generation.inFlight === 0) generation.opened.close();
  };

  async function onCurrent<T>(work: (opened: OpenedAssistant) => Promise<T>): Promise<T> {
    const generation = current;
    generation.inFlight += 1;
    try {
      return await work(generation.opened);
    } finally {
      generation.inFlight -= 1;
      closeIfDone(generation);
    }
  }

  function replace(next: OpenedAssistant): void {
    const old = current;
    current = { opened: next, inFlight: 0, retired: false };
    old.retired = true;
    closeIfDone(old);
  }

  return {
    replace,
    blame: (next) => {
      fault = next;
    },
    assistant: {
      get generation() {
        return current.opened.generation;
      },
      get fault() {
        return fault;
      },
      ask: (request, options) => onCurrent((opened) => opened.ask(request, options)),
      explain: (request) => onCurrent((opened) => opened.explain(request)),
      document: (name) => current.opened.document(name),
      documents: () => current.opened.documents(),
      firstQuestions: () => current.opened.firstQuestions(),
      get desk() {
        return current.opened.desk;
      },
      health: () => ({ ...current.opened.health(), fault: fault?.reason ?? null }),
      problems: () => current.opened.problems(),
      warm: () => current.opened.warm(),
      close: () => current.opened.close(),
    },
  };
}
