/** A case to learn from: its features, whether it is one of those looked for, and how much it counts. */
export interface Example {
  readonly features: ReadonlyMap<string, number>;
  readonly positive: boolean;
  readonly weight: number;
}

export interface Fitted {
  readonly bias: number;
  readonly weights: ReadonlyMap<string, number>;
}

/** Steps over all examples; the loss has settled long before. */
const STEPS = 400;
const RATE = 0.3;

/**
 * Logistic regression over sparse features with an L2 penalty of `penalty`·|w|²/2 beside the summed loss, by AdaGrad
 * over all examples at once (Duchi, Hazan and Singer 2011): the same examples always give the same weights. Features
 * of fewer than `leastTimes` examples are left out.
 */
export function fitRegression(examples: readonly Example[], penalty: number, leastTimes: number): Fitted {
  const times = new Map<string, number>();
  for (const { features } of examples)
    for (const name of features.keys()) times.set(name, (times.get(name) ?? 0) + 1);
  const names = [...times].filter(([, count]) => count >= leastTimes).map(([name]) => name);
  const place = new Map(names.map((name, index) => [name, index]));
  const rows = examples.map(({ features, positive, weight }) => {
    const kept = [...features].filter(([name]) => place.has(name));
    return {
      places: Int32Array.from(kept, ([name]) => place.get(name)!),
      values: Float64Array.from(kept, ([, value]) => value),
      target: positive ? 1 : 0,
      weight,
    };
  });
  const weights = new Float64Array(names.length);
  const squares = new Float64Array(names.length).fill(1e-8);
  let bias = 0;
  let biasSquares = 1e-8;
  for (let step = 0; step < STEPS; step++) {
    const gradient = weights.map((weight) => penalty * weight);
    let biasGradient = 0;
    for (const { places, values, target, weight } of rows) {
      let sum = bias;
      for (let at = 0; at < places.length; at++) sum += weights[places[at]!]! * values[at]!;
      const error = weight * (1 / (1 + Math.exp(-sum)) - target);
      biasGradient += error;
      for (let at = 0; at < places.length; at++) gradient[places[at]!]! += error * values[at]!;
    }
    for (let at = 0; at < weights.length; at++) {
      squares[at]! += gradient[at]! ** 2;
      weights[at]! -= (RATE * gradient[at]!) / Math.sqrt(squares[at]!);
    }
    biasSquares += biasGradient ** 2;
    bias -= (RATE * biasGradient) / Math.sqrt(biasSquares);
  }
  return { bias, weights: new Map(names.map((name, index) => [name, weights[index]!])) };
}
