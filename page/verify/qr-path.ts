/** The dark modules of a QR code as one SVG path, a run of neighbours in a row drawn as one bar. */
export function drawModules(rows: readonly (readonly boolean[])[]): string {
  const bars: string[] = [];
  rows.forEach((row, y) => {
    let from = 0;
    while (from < row.length) {
      let to = from;
      while (row[to]) to += 1;
      if (to > from) bars.push(`M${from} ${y}h${to - from}v1h${from - to}z`);
      from = to + 1;
    }
  });
  return bars.join('');
}
