// The decoding child: one recording, then gone. Started confined by `limited-child.ts`; speaks `DecoderEvent`s.
import { writeSync } from 'node:fs';
import type { CloseStretch, DecoderEvent } from './decoder-driver.ts';
import { loadNodeAv, type NodeAv } from './node-av-binding.ts';
import { openRecording } from './node-av-input.ts';
import { rewriteRecording } from './node-av-rewrite.ts';
import { sampleRecording } from './node-av-sample.ts';
import type { Container } from './video-frame.ts';

function say(event: DecoderEvent): void {
  writeSync(2, `${JSON.stringify(event)}\n`);
}

function run(av: NodeAv, verb: string, container: Container, path: string, more: readonly string[]): void {
  const recording = openRecording(av, path, container);
  if ('problem' in recording) {
    say({ kind: 'refused', ...recording });
    return;
  }
  say({ kind: 'source', codec: recording.codecName, width: recording.width, height: recording.height });
  if (verb === 'sample') sampleRecording(av, recording, stretchOf(more), say);
  else if (verb === 'copy' || verb === 'transcode') rewriteRecording(av, recording, more[0]!, verb);
  // Freed by hand, in order: left to the collector at exit.
  recording.input.closeInputSync();
}

function stretchOf([fromMs, toMs]: readonly string[]): CloseStretch | null {
  return fromMs === undefined ? null : { fromMs: Number(fromMs), toMs: Number(toMs) };
}

const [verb, container, path, ...more] = process.argv.slice(2);
const av = await loadNodeAv();
av.Log.setLevel(av.constants.AV_LOG_QUIET);
if (verb === 'version') writeSync(1, `node-av with FFmpeg ${av.getFFmpegInfo().version}\n`);
else run(av, verb!, container as Container, path!, more);
