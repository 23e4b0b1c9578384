import { decodeVideo } from '../../src/vision/video/decode.ts';
import { probeDecoder } from '../../src/vision/video/find-decoder.ts';
import type { VideoFrame } from '../../src/vision/video/video-frame.ts';

/** The frames that the judge would see of a recording: about twelve a second. Throws where it cannot be decoded. */
export async function readPictures(path: string): Promise<readonly VideoFrame[]> {
  const report = await probeDecoder();
  if (!report.ok) throw new Error(report.text);
  const frames: VideoFrame[] = [];
  const outcome = await decodeVideo(report.decoder, path, (frame) => {
    frames.push(frame);
  });
  if (!outcome.ok) throw new Error(outcome.text);
  return frames;
}
