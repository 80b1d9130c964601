/**
 * Weights of features, by which each row, `[feature, value]` by `[feature, value]`, adds up to the log-odds of what is wanted of it:
 * logistic regression, each weight bettered in turn. `ridge` is the pull towards nothing, one for all or one for each feature.
 */
export function regress(rows, wanted, { width, ridge, rounds }) {
  const lengths = new Int32Array(width);
  for (const row of rows) for (const [feature] of row) lengths[feature] += 1;
  // Numbers of rows and values side by side: the same in lists of pairs takes ten times as long.
  const columns = Array.from(lengths, (length) => ({ rows: new Int32Array(length), values: new Float64Array(length) }));
  const filled = new Int32Array(width);
  rows.forEach((row, i) => {
    for (const [feature, value] of row) {
      const column = columns[feature];
      column.rows[filled[feature]] = i;
      column.values[filled[feature]] = value;
      filled[feature] += 1;
    }
  });
  const everyRow = { rows: Int32Array.from(rows, (_, i) => i), values: new Float64Array(rows.length).fill(1) };
  const sums = new Float64Array(rows.length);
  const target = Float64Array.from(wanted);
  const bettered = (weight, { rows: places, values }, pull) => {
    let slope = pull * weight;
    let bend = pull + 1e-9;
    for (let i = 0; i < places.length; i += 1) {
      const likely = 1 / (1 + Math.exp(-sums[places[i]]));
      slope += (likely - target[places[i]]) * values[i];
      bend += likely * (1 - likely) * values[i] * values[i];
    }
    const next = weight + Math.max(-1, Math.min(1, -slope / bend));
    for (let i = 0; i < places.length; i += 1) sums[places[i]] += (next - weight) * values[i];
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
