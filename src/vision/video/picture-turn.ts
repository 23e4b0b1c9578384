type Picture = { readonly width: number; readonly height: number; readonly data: Uint8Array };

/**
 * How often a picture must be turned by 90 degrees clockwise to stand upright, from the container's display matrix
 * (nine 32-bit numbers, ISO/IEC 14496-12 §8.3.2; FFmpeg's `AV_PKT_DATA_DISPLAYMATRIX`). No matrix means none.
 */
export function quarterTurnsOf(matrix: Buffer | null): 0 | 1 | 2 | 3 {
  if (!matrix || matrix.length < 36) return 0;
  const degrees = (Math.atan2(matrix.readInt32LE(4), matrix.readInt32LE(0)) * 180) / Math.PI;
  return (((Math.round(degrees / 90) % 4) + 4) % 4) as 0 | 1 | 2 | 3;
}

/** Turns an RGB picture clockwise. */
export function turnPicture(picture: Picture, quarterTurns: 0 | 1 | 2 | 3): Picture {
  if (quarterTurns === 0) return picture;
  const { width, height, data } = picture;
  const swapped = quarterTurns !== 2;
  const turned = {
    width: swapped ? height : width,
    height: swapped ? width : height,
    data: new Uint8Array(data.length),
  };
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const [toX, toY] =
        quarterTurns === 1
          ? [height - 1 - y, x]
          : quarterTurns === 2
            ? [width - 1 - x, height - 1 - y]
            : [y, width - 1 - x];
      const from = (y * width + x) * 3;
      const to = (toY * turned.width + toX) * 3;
      turned.data[to] = data[from]!;
      turned.data[to + 1] = data[from + 1]!;
      turned.data[to + 2] = data[from + 2]!;
    }
  }
  return turned;
}
