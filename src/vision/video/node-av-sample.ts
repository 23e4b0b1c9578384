import { writeSync } from 'node:fs';
import type { CloseStretch, DecoderEvent } from './decoder-driver.ts';
import { limits } from './limits.ts';
import type { Frame, NodeAv, SoftwareScaleContext } from './node-av-binding.ts';
import { decodeFrames, timestampOf } from './node-av-decoding.ts';
import { check, type Recording } from './node-av-input.ts';
import { type PlanarBytes, quarterTurnsOf, turnPicture } from './picture-turn.ts';
import { chromaSize, planarBytes } from './planar-picture.ts';

/**
 * Decodes a recording, says each frame's place in time, and writes about twelve upright planar pictures a second; or all of one
 * stretch, and none beside it.
 */
export function sampleRecording(
  av: NodeAv,
  recording: Recording,
  stretch: CloseStretch | null,
  say: (event: DecoderEvent) => void,
): void {
  const turns = quarterTurnsOf(
    recording.stream.codecpar.getCodedSideData(av.constants.AV_PKT_DATA_DISPLAYMATRIX),
  );
  const scaler = new PictureScaler(av);
  const framesPerSecond = stretch ? limits.closeFramesPerSecond : limits.sampledFramesPerSecond;
  let firstMs: number | null = null;
  let lastCell: number | null = null;
  let sampled = 0;
  for (const frame of decodeFrames(av, recording)) {
    const timestampMs = timestampOf(frame, recording);
    if (timestampMs === null) {
      say({ kind: 'refused', problem: 'not-a-video', text: 'A frame carries no timestamp.' });
      return;
    }
    say({ kind: 'decoded', timestampMs, width: frame.width, height: frame.height });
    firstMs ??= timestampMs;
    const sinceFirstMs = timestampMs - firstMs;
    if (stretch && (sinceFirstMs < stretch.fromMs || sinceFirstMs > stretch.toMs)) continue;
    // A grid in time: at most one frame of each twelfth of a second, whatever the source's rate.
    const cell = Math.floor((timestampMs / 1000) * framesPerSecond + 0.01);
    if (lastCell !== null && cell <= lastCell) continue;
    lastCell = cell;
    const upright = turnPicture(scaler.scale(frame), turns);
    const matrix = frame.colorSpace === av.constants.AVCOL_SPC_BT709 ? 'bt709' : 'bt601';
    say({ kind: 'sampled', timestampMs, width: upright.width, height: upright.height, matrix });
    writeWhole(upright.planes);
    sampled += 1;
    if (sampled >= limits.sampledFrames) break;
  }
  scaler.free();
}

/** Converts frames to full-range 4:2:0 at the size we hand out; keeps its scaler while the source's shape stays the same. */
class PictureScaler {
  readonly #av: NodeAv;
  #scaler: SoftwareScaleContext | null = null;
  #shape = '';

  constructor(av: NodeAv) {
    this.#av = av;
  }

  scale(frame: Frame): PlanarBytes {
    const shrink = Math.min(1, limits.pictureLongSidePixels / Math.max(frame.width, frame.height));
    const width = Math.round(frame.width * shrink);
    const height = Math.round(frame.height * shrink);
    const chroma = chromaSize(width, height);
    const [lumaBytes, chromaBytes] = [width * height, chroma.width * chroma.height];
    // The scaler writes in blocks and may touch a few bytes behind the last row: each plane is written before the next.
    const planes = Buffer.alloc(planarBytes(width, height) + rowSlackBytes);
    const parts = [planes, planes.subarray(lumaBytes), planes.subarray(lumaBytes + chromaBytes)];
    const strides = [width, chroma.width, chroma.width];
    const scaler = this.#scalerFor(frame, width, height);
    check(scaler.scaleSync(frame.data!, frame.linesize, 0, frame.height, parts, strides), 'scale');
    return { width, height, planes: planes.subarray(0, planarBytes(width, height)) };
  }

  free(): void {
    this.#scaler?.freeContext();
    this.#scaler = null;
  }

  #scalerFor(frame: Frame, width: number, height: number): SoftwareScaleContext {
    const shape = `${frame.width}x${frame.height}:${frame.format}`;
    if (this.#scaler && shape === this.#shape) return this.#scaler;
    this.free();
    this.#shape = shape;
    const { constants } = this.#av;
    const scaler = new this.#av.SoftwareScaleContext();
    scaler.getContext(
      ...([frame.width, frame.height, frame.format] as const),
      ...([width, height, constants.AV_PIX_FMT_YUVJ420P, constants.SWS_AREA] as const),
    );
    this.#scaler = scaler;
    return scaler;
  }
}

const rowSlackBytes = 64;

// Blocking on purpose: when the judge is busy, decoding waits.
function writeWhole(data: Uint8Array): void {
  let written = 0;
  while (written < data.length) written += writeSync(1, data, written);
}
