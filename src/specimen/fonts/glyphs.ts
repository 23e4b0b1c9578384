import { ByteReader } from './byte-reader.ts';

/** The outlines of a font as TrueType holds them: the table `glyf`, and `loca` in its long form. */
export type GlyphTables = { readonly glyf: Buffer; readonly loca: Buffer };

type Streams = {
  readonly contours: ByteReader;
  readonly pointCounts: ByteReader;
  readonly flags: ByteReader;
  readonly glyphs: ByteReader;
  readonly composites: ByteReader;
  readonly boxes: ByteReader;
  readonly instructions: ByteReader;
};

/** Undoes the transform of the table `glyf` (WOFF 2.0 §5.1). */
export function restoreGlyphs(transformed: Uint8Array): GlyphTables {
  const reader = new ByteReader(transformed);
  reader.take(4);
  const count = reader.u16();
  reader.u16();
  const sizes = Array.from({ length: 7 }, () => reader.u32());
  const [contours, pointCounts, flags, glyphs, composites, boxes, instructions] = sizes.map(
    (size) => new ByteReader(reader.take(size)),
  ) as [ByteReader, ByteReader, ByteReader, ByteReader, ByteReader, ByteReader, ByteReader];
  const streams: Streams = { contours, pointCounts, flags, glyphs, composites, boxes, instructions };
  const hasBox = boxes.take(4 * ((count + 31) >> 5));

  const parts: Buffer[] = [];
  const loca = Buffer.alloc(4 * (count + 1));
  let length = 0;
  for (let glyph = 0; glyph < count; glyph++) {
    const isBoxed = ((hasBox[glyph >> 3] ?? 0) & (128 >> (glyph & 7))) !== 0;
    const outline = restoreGlyph(streams, isBoxed);
    const padded = (outline.length + 3) & ~3;
    parts.push(outline, Buffer.alloc(padded - outline.length));
    length += padded;
    loca.writeUInt32BE(length, 4 * (glyph + 1));
  }
  return { glyf: Buffer.concat(parts), loca };
}

function restoreGlyph(streams: Streams, isBoxed: boolean): Buffer {
  const contourCount = streams.contours.i16();
  if (contourCount === 0) return Buffer.alloc(0);
  const box = isBoxed ? streams.boxes.take(8) : null;
  return contourCount < 0 ? restoreComposite(streams, box) : restoreSimple(streams, contourCount, box);
}

/** Bits of a component's flags (OpenType, `glyf`, composite glyph description). */
const component = {
  wordArguments: 1,
  scale: 8,
  moreFollow: 32,
  twoScales: 64,
  matrix: 128,
  instructions: 256,
};

function restoreComposite(streams: Streams, box: Buffer | null): Buffer {
  const parts: Buffer[] = [int16s([-1]), box ?? Buffer.alloc(8)];
  let hasInstructions = false;
  for (let more = true; more; ) {
    const head = streams.composites.take(2);
    const flags = head.readUInt16BE(0);
    const scales =
      flags & component.scale ? 2 : flags & component.twoScales ? 4 : flags & component.matrix ? 8 : 0;
    parts.push(head, streams.composites.take(2 + (flags & component.wordArguments ? 4 : 2) + scales));
    hasInstructions ||= (flags & component.instructions) !== 0;
    more = (flags & component.moreFollow) !== 0;
  }
  if (hasInstructions) {
    const length = streams.glyphs.packedU16();
    parts.push(int16s([length]), streams.instructions.take(length));
  }
  return Buffer.concat(parts);
}

/** Every coordinate is written as two bytes: larger than need be, but nothing in the outline changes. */
function restoreSimple(streams: Streams, contourCount: number, box: Buffer | null): Buffer {
  const ends: number[] = [];
  for (let at = 0, end = -1; at < contourCount; at++) {
    end += streams.pointCounts.packedU16();
    ends.push(end);
  }
  const count = (ends.at(-1) ?? -1) + 1;
  const flags = Buffer.alloc(count);
  const steps = { x: new Array<number>(count), y: new Array<number>(count) };
  const bounds = { left: 32767, bottom: 32767, right: -32768, top: -32768 };
  for (let at = 0, x = 0, y = 0; at < count; at++) {
    const flag = streams.flags.u8();
    const [dx, dy] = readStep(flag & 127, streams.glyphs);
    flags[at] = flag < 128 ? 1 : 0;
    steps.x[at] = dx;
    steps.y[at] = dy;
    x += dx;
    y += dy;
    bounds.left = Math.min(bounds.left, x);
    bounds.right = Math.max(bounds.right, x);
    bounds.bottom = Math.min(bounds.bottom, y);
    bounds.top = Math.max(bounds.top, y);
  }
  const instructionLength = streams.glyphs.packedU16();
  return Buffer.concat([
    int16s([contourCount]),
    box ?? int16s([bounds.left, bounds.bottom, bounds.right, bounds.top]),
    int16s(ends),
    int16s([instructionLength]),
    streams.instructions.take(instructionLength),
    flags,
    int16s(steps.x),
    int16s(steps.y),
  ]);
}

/** One step of an outline: WOFF 2.0 §5.2, table of the triplet encoding. */
function readStep(kind: number, reader: ByteReader): readonly [number, number] {
  const first = reader.u8();
  const signed = (bits: number, value: number) => (bits & 1 ? value : -value);
  if (kind < 10) return [0, signed(kind, ((kind & 14) << 7) + first)];
  if (kind < 20) return [signed(kind, (((kind - 10) & 14) << 7) + first), 0];
  if (kind < 84) {
    const code = kind - 20;
    const dx = 1 + (code & 48) + (first >> 4);
    return [signed(kind, dx), signed(kind >> 1, 1 + ((code & 12) << 2) + (first & 15))];
  }
  const second = reader.u8();
  if (kind < 120) {
    const code = kind - 84;
    const dx = 1 + (Math.floor(code / 12) << 8) + first;
    return [signed(kind, dx), signed(kind >> 1, 1 + (((code % 12) >> 2) << 8) + second)];
  }
  const third = reader.u8();
  if (kind < 124) {
    return [signed(kind, (first << 4) + (second >> 4)), signed(kind >> 1, ((second & 15) << 8) + third)];
  }
  return [signed(kind, (first << 8) + second), signed(kind >> 1, (third << 8) + reader.u8())];
}

function int16s(values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 2);
  values.forEach((value, at) => {
    bytes.writeUInt16BE(value & 0xffff, at * 2);
  });
  return bytes;
}
