import type { Landmarks } from '../../../vision/face-landmarks.ts';
import type { VideoFrame } from '../../../vision/video/video-frame.ts';
import { type GlintReading, readGlint } from './eye-glints.ts';
import { type RegionColors, readRegionColors } from './region-colors.ts';

/** What was read of the light in each frame in which the face was followed. */
export type LitFrames = {
  readonly colors: readonly RegionColors[];
  readonly glints: readonly GlintReading[];
};

export type LightWatch = {
  see(frame: VideoFrame, landmarks: Landmarks): void;
  lit(): LitFrames;
};

/** Reads the light while frames go by, so that none has to be kept for it. Only where a challenge has colours. */
export function watchLight(): LightWatch {
  const colors: RegionColors[] = [];
  const glints: GlintReading[] = [];
  return {
    see(frame, landmarks) {
      colors.push(readRegionColors(frame, landmarks));
      glints.push(readGlint(frame, landmarks));
    },
    lit: () => ({ colors, glints }),
  };
}
