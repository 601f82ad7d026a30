/** Pages that are looked at while the reader is mended, and pages that nobody looks at: of those only totals are told. */
export const INVENTED_SETS = [
  { name: 'invented', aside: false, first: 1, count: 10 },
  { name: 'unseen', aside: true, first: 9001, count: 10 },
] as const;

export type InventedSet = (typeof INVENTED_SETS)[number];

export function seedsOf({ first, count }: InventedSet): number[] {
  return Array.from({ length: count }, (_, index) => first + index);
}
