import { tmpdir } from 'node:os';
import type { Challenge } from '../../src/verify/challenge.ts';
import { type Judgement, nothingKnown } from '../../src/verify/judgement.ts';
import type { Earlier } from '../../src/verify/liveness/replay/find-replay.ts';
import { loadScale } from '../../src/verify/similarity.ts';
import { type JudgeKit, judgeRecording } from '../../src/verify/verify.ts';
import type { Vision } from '../../src/vision/faces.ts';
import { probeDecoder } from '../../src/vision/video/find-decoder.ts';

/** Judges a file as the server does; without a photo, and without what the page says of its camera. */
export type FileJudge = (
  videoPath: string,
  challenge: Challenge | null,
  earlier?: Earlier | null,
) => Promise<Judgement>;

export async function openFileJudge(vision: Vision): Promise<FileJudge> {
  const decoder = await probeDecoder();
  if (!decoder.ok) throw new Error(decoder.text);
  const kit: JudgeKit = { vision, decoder: decoder.decoder, scale: loadScale('default', tmpdir()) };
  return async (videoPath, challenge, earlier = null) => {
    // On a machine that is busy with other things a decoder may run out of time: that says nothing of the recording.
    for (let left = 5; ; left--) {
      try {
        return await judgeRecording(kit, { ...nothingKnown, videoPath, challenge, earlier });
      } catch (error) {
        if (left === 0) throw error;
      }
    }
  };
}
