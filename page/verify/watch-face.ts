import type { Advice } from './face/advice.ts';
import { createGuide, type Guidance, type Look, readFrame, sampleSize } from './guide.ts';
import { createBlurWatch, sharpnessOf, sharpnessSize } from './sharpness.ts';

/** Looks a second: enough to feel live, little enough for an old phone. */
const looksPerSecond = 10;

/** The middle 3:4 part of the picture, which is what the screen shows (`object-fit: cover`). */
export function shownPart(video: HTMLVideoElement) {
  const { videoWidth, videoHeight } = video;
  const aspect = sampleSize.width / sampleSize.height;
  const width = Math.min(videoWidth, videoHeight * aspect);
  const height = width / aspect;
  return { x: (videoWidth - width) / 2, y: (videoHeight - height) / 2, width, height };
}

/** Looks at the running picture until the signal says stop; a hidden page is not looked at. */
export function lookAtFace(
  video: HTMLVideoElement,
  signal: AbortSignal,
  onLook: (look: Look, nowMs: number) => void,
): void {
  const canvas = document.createElement('canvas');
  canvas.width = sampleSize.width;
  canvas.height = sampleSize.height;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  let luma: Float32Array | null = null;

  function look(): void {
    if (!context || document.hidden || video.videoWidth === 0) return;
    const { x, y, width, height } = shownPart(video);
    context.drawImage(video, x, y, width, height, 0, 0, sampleSize.width, sampleSize.height);
    const { data } = context.getImageData(0, 0, sampleSize.width, sampleSize.height);
    const seen = readFrame(data, luma);
    luma = seen.luma;
    onLook(seen, performance.now());
  }

  const timer = setInterval(look, 1000 / looksPerSecond);
  signal.addEventListener('abort', () => clearInterval(timer));
}

/** Whether it is sharp is read from a larger picture, and so less often. */
const looksPerSharpness = 4;

/** Tells whether the running picture has been unsharp for a while. */
function createBlurLook(video: HTMLVideoElement): () => boolean {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, sharpnessSize);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  const isUnsharp = createBlurWatch();
  let looks = 0;
  let isBlurred = false;
  return () => {
    if (!context || looks++ % looksPerSharpness > 0) return isBlurred;
    const { x, y, width, height } = shownPart(video);
    context.drawImage(video, x, y, width, height, 0, 0, sharpnessSize.width, sharpnessSize.height);
    const { data } = context.getImageData(0, 0, sharpnessSize.width, sharpnessSize.height);
    isBlurred = isUnsharp(sharpnessOf(data));
    return isBlurred;
  };
}

/** Looks, and tells what each look means for the customer. `advice`: what a detector has to say, where there is one. */
export function watchFace(
  video: HTMLVideoElement,
  signal: AbortSignal,
  advice: (nowMs: number) => Advice | null,
  onGuidance: (guidance: Guidance) => void,
): void {
  const guide = createGuide(performance.now());
  const lookForBlur = createBlurLook(video);
  lookAtFace(video, signal, ({ reading }, nowMs) =>
    onGuidance(guide(reading, nowMs, { advice: advice(nowMs), isBlurred: lookForBlur() })),
  );
}
