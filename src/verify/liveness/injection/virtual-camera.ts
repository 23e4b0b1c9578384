import type { VideoSummary } from '../../../vision/video/video-frame.ts';
import type { CaptureFacts } from '../../judgement.ts';
import { type VirtualCameraKind, virtualCameraNames } from './virtual-camera-names.ts';

/** What the browser says of its camera, held against what came. */
export type ClaimedCamera = {
  /** Null where no known name is in the label. */
  readonly virtualKind: VirtualCameraKind | null;
  /** Whether the camera's frame size, either way up, has another shape than the recording; false where none was told. */
  readonly hasOtherShape: boolean;
};

/** Sizes are rounded to even pixels on the way. */
const shapeTolerance = 0.02;

/**
 * Reads the label and the size that the browser told of its track. Both are the browser's words: an honest one tells
 * an honest camera, a false one tells what it likes. Source: `virtual-camera-names.ts`. Cost: none. Null on the command
 * line, where nothing is known.
 */
export function measureClaimedCamera(
  capture: CaptureFacts | null,
  video: VideoSummary | null,
): ClaimedCamera | null {
  if (!capture) return null;
  const found = virtualCameraNames.find(({ pattern }) => pattern.test(capture.cameraLabel));
  return { virtualKind: found?.kind ?? null, hasOtherShape: video !== null && differs(capture, video) };
}

/** A page may cut a recording down to size, but it does not stretch it. */
function differs(
  { frameWidth, frameHeight }: CaptureFacts,
  { sourceWidth, sourceHeight }: VideoSummary,
): boolean {
  if (!(frameWidth > 0 && frameHeight > 0)) return false;
  const told = Math.max(frameWidth, frameHeight) / Math.min(frameWidth, frameHeight);
  const came = Math.max(sourceWidth, sourceHeight) / Math.min(sourceWidth, sourceHeight);
  return Math.abs(told / came - 1) > shapeTolerance;
}
