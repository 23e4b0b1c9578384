import { createGuide, type Guidance, type Look, readFrame, sampleSize } from './guide.ts';

/** Looks a second: enough to feel live, little enough for an old phone. */
const looksPerSecond = 10;

/** The middle 3:4 part of the picture, which is what the screen shows (`object-fit: cover`). */
function shownPart(video: HTMLVideoElement) {
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

/** Looks, and tells what each look means for the customer. */
export function watchFace(
  video: HTMLVideoElement,
  signal: AbortSignal,
  onGuidance: (guidance: Guidance) => void,
): void {
  const guide = createGuide(performance.now());
  lookAtFace(video, signal, ({ reading }, nowMs) => onGuidance(guide(reading, nowMs)));
}
