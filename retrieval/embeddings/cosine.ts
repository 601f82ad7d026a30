/** The cosine of two vectors of length 1. Four sums side by side: one alone waits for each addition before the next. */
export function cosine(a: Float32Array, b: Float32Array): number {
  let one = 0;
  let two = 0;
  let three = 0;
  let four = 0;
  const even = a.length - (a.length % 4);
  for (let i = 0; i < even; i += 4) {
    one += a[i]! * b[i]!;
    two += a[i + 1]! * b[i + 1]!;
    three += a[i + 2]! * b[i + 2]!;
    four += a[i + 3]! * b[i + 3]!;
  }
  for (let i = even; i < a.length; i++) one += a[i]! * b[i]!;
  return one + two + three + four;
}
