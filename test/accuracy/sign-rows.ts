import { lookCloser } from '../../src/verify/closer-looks.ts';
import { watchFaces } from '../../src/verify/face-watch.ts';
import type { Injection } from '../../src/verify/liveness/injection/injection.ts';
import { measureInjection } from '../../src/verify/liveness/injection/injection.ts';
import { measureTexture, type Texture } from '../../src/verify/liveness/texture/texture.ts';
import { startStopwatch } from '../../src/verify/stopwatch.ts';
import type { Vision } from '../../src/vision/faces.ts';
import { type Decoder, decodeVideo } from '../../src/vision/video/decode.ts';

/** One recording and the signs that were measured in it. */
export type SignRow = {
  readonly id: string;
  readonly kind: 'bona fide' | 'attack';
  readonly group: string;
  readonly person: string;
  readonly texture: Texture;
  readonly injection: Injection;
};

export type MeasuredSigns = Pick<SignRow, 'texture' | 'injection'>;

/** Measures what the judge would measure of a recording, and nothing else. Throws where it cannot be decoded. */
export async function measureSigns(vision: Vision, decoder: Decoder, path: string): Promise<MeasuredSigns> {
  const stopwatch = startStopwatch();
  const watch = watchFaces(vision, stopwatch);
  const video = await decodeVideo(decoder, path, (frame) => watch.see(frame));
  if (!video.ok) throw new Error(`${path}: ${video.text}`);
  const watched = watch.watched();
  const looks = await lookCloser(vision, watched, video.summary.durationMs, stopwatch);
  return {
    texture: measureTexture(watched, looks),
    injection: measureInjection(video.summary, null, watched),
  };
}
