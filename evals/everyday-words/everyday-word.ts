/** A word that residents type, with the words that government pages print for the same thing. */
export interface EverydayWord {
  readonly everyday: string;
  /** At least one; any of them will do. */
  readonly official: readonly string[];
  /** The field of township life that it belongs to. */
  readonly field: string;
}
