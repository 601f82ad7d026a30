/** A data set from outside cannot be used; the message is one line that says where and why. */
export class OutsideDataError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'OutsideDataError';
  }
}
