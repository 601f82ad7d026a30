// Nothing: what Node and tsx take before any program of ours has begun.
export {};
