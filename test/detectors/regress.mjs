/**
 * Weights of features, by which each row, `[feature, value]` by `[feature, value]`, adds up to the log-odds of what is wanted of it:
 * logistic regression, each weight bettered in turn. `ridge` is the pull towards nothing, one for all or one for each feature.
 */
export function regress(rows, wanted, { width, ridge, rounds }) {
  const columns = Array.from({ length: width }, () => []);
  rows.forEach((row, i) => row.forEach(([feature, value]) => columns[feature].push([i, value])));
  const everyRow = rows.map((_, i) => [i, 1]);
  const sums = new Float64Array(rows.length);
  const bettered = (weight, column, pull) => {
    let slope = pull * weight;
    let bend = pull + 1e-9;
    for (const [row, value] of column) {
      const likely = 1 / (1 + Math.exp(-sums[row]));
      slope += (likely - wanted[row]) * value;
      bend += likely * (1 - likely) * value * value;
    }
    const next = weight + Math.max(-1, Math.min(1, -slope / bend));
    for (const [row, value] of column) sums[row] += (next - weight) * value;
    return next;
  };
  const weights = new Array(width).fill(0);
  let bias = 0;
  for (let round = 0; round < rounds; round += 1) {
    bias = bettered(bias, everyRow, 0);
    columns.forEach((column, i) => {
      weights[i] = bettered(weights[i], column, typeof ridge === 'number' ? ridge : ridge(i));
    });
  }
  return { bias, weights };
}
