/** The evals' own data cannot be used: a golden question, hand-made truth, a stored run. The message says in one line where. */
export class EvaluationError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'EvaluationError';
  }
}
