/**
 * Sums over runs of days: `through(start, end)` is the sum of the values of the days start to end − 1.
 * Kept as a sum and its rounding error, so that a short run inside a long period loses no digits.
 */
export interface DaySums {
  through(start: number, end: number): number;
}

export function daySums(values: Float64Array): DaySums {
  const sums = new Float64Array(values.length + 1);
  const errors = new Float64Array(values.length + 1);
  for (let day = 0; day < values.length; day += 1) {
    const sum = sums[day] ?? 0;
    const value = values[day] ?? 0;
    const next = sum + value;
    sums[day + 1] = next;
    errors[day + 1] =
      (errors[day] ?? 0) + (Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum);
  }
  return {
    through: (start, end) =>
      (sums[end] ?? 0) - (sums[start] ?? 0) + ((errors[end] ?? 0) - (errors[start] ?? 0)),
  };
}

/**
 * Adds the terms smallest first with Neumaier's compensation. The result depends on the terms, not on their order.
 * Sorts the given array in place.
 */
export function orderlessSum(terms: Float64Array): number {
  terms.sort();
  let sum = 0;
  let error = 0;
  for (let at = 0; at < terms.length; at += 1) {
    const term = terms[at] ?? 0;
    const next = sum + term;
    error += Math.abs(sum) >= Math.abs(term) ? sum - next + term : term - next + sum;
    sum = next;
  }
  return sum + error;
}
