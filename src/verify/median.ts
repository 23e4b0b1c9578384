/** The middle value (the lower one of an even count). Throws on an empty list: nothing has no middle. */
export function medianOf(values: readonly number[]): number {
  return quantileOf(values, 0.5);
}

/** The value that a share (0 to 1) of the others lies below, the lower one between two. Throws on an empty list. */
export function quantileOf(values: readonly number[], share: number): number {
  if (values.length === 0) throw new Error('An empty list has no median and no quantile.');
  return [...values].sort((first, second) => first - second)[Math.floor(share * (values.length - 1))]!;
}

/** The mean of the squares, rooted, without the largest tenth: one bad reading does not make a movement. */
export function trimmedRootMeanSquare(squares: readonly number[]): number {
  if (squares.length === 0) throw new Error('An empty list has no mean.');
  const kept = [...squares].sort((first, second) => first - second).slice(0, Math.ceil(squares.length * 0.9));
  return Math.sqrt(kept.reduce((sum, square) => sum + square, 0) / kept.length);
}
