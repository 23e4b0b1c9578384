import type { VideoSummary } from '../../../vision/video/video-frame.ts';
import type { Watched } from '../../face-watch.ts';
import type { CaptureFacts } from '../../judgement.ts';
import { type DoubleCompression, measureDoubleCompression } from './double-compression.ts';
import { type Exposure, measureExposure } from './exposure.ts';
import { type FrameTiming, measureFrameTiming } from './frame-timing.ts';
import { measureRepeatedFrames, type RepeatedFrames } from './repeated-frames.ts';
import { type ClaimedCamera, measureClaimedCamera } from './virtual-camera.ts';

/** Signs that no camera made the recording. Stored at every level; none refuses (see `decide-injection.ts`). */
export type Injection = {
  readonly timing: FrameTiming | null;
  readonly repeated: RepeatedFrames | null;
  readonly compression: DoubleCompression | null;
  readonly exposure: Exposure | null;
  readonly camera: ClaimedCamera | null;
};

export function measureInjection(
  video: VideoSummary,
  capture: CaptureFacts | null,
  watched: Watched,
): Injection {
  const frames = watched.keyFrames.map(({ frame }) => frame);
  return {
    timing: measureFrameTiming(video.timestampsMs),
    repeated: measureRepeatedFrames(watched),
    compression: measureDoubleCompression(frames, video),
    exposure: measureExposure(watched),
    camera: measureClaimedCamera(capture, video),
  };
}
