import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { type ClipName, clipPath } from './shared-data.ts';

const execute = promisify(execFile);

/** What a recording suffered. All are as a phone's browser would send it: 480 x 640, H.264 baseline or VP8. */
const conditions = {
  recorded: { framesPerSecond: 30, kilobits: 1000, filter: null, codec: 'h264' },
  'recorded as WebM': { framesPerSecond: 25, kilobits: 1000, filter: null, codec: 'vp8' },
  'lower light': {
    framesPerSecond: 25,
    kilobits: 800,
    filter: 'eq=brightness=-0.15:contrast=0.7:gamma=0.8',
    codec: 'h264',
  },
  'sensor noise': { framesPerSecond: 25, kilobits: 1000, filter: 'noise=alls=18:allf=t', codec: 'h264' },
  '350 kbit/s': { framesPerSecond: 25, kilobits: 350, filter: null, codec: 'h264' },
  '12 frames a second': { framesPerSecond: 12, kilobits: 500, filter: null, codec: 'h264' },
  'small face': {
    framesPerSecond: 25,
    kilobits: 800,
    filter: 'scale=iw/2:ih/2,pad=480:640:(ow-iw)/2:(oh-ih)/2:gray',
    codec: 'h264',
  },
} as const;

export type Condition = keyof typeof conditions;
export const bonaFideConditions = Object.keys(conditions) as readonly Condition[];

export type ClipWindow = { readonly clip: ClipName; readonly fromSeconds: number };

const windowSeconds = 4;

/** As many windows of 4 s as each clip of bona fide motion holds, none overlapping another. */
export const clipWindows: readonly ClipWindow[] = (
  [
    ['d3', 11.8],
    ['d10', 14.9],
    ['d13', 11.7],
    ['d18', 7.2],
  ] as const
).flatMap(([clip, seconds]) =>
  Array.from({ length: Math.floor(seconds / windowSeconds) }, (_, at) => ({
    clip,
    fromSeconds: at * windowSeconds,
  })),
);

/** Cuts a window out of a clip and degrades it, with the system's ffmpeg. Throws where the clips are absent. */
export async function recordBonaFide(window: ClipWindow, condition: Condition, path: string): Promise<void> {
  const source = clipPath(window.clip);
  if (!source) throw new Error('The clips are not here.');
  const { framesPerSecond, kilobits, filter, codec } = conditions[condition];
  const filters = [
    'scale=480:640:force_original_aspect_ratio=increase,crop=480:640',
    `fps=${framesPerSecond}`,
    ...(filter ? [filter] : []),
  ];
  const encoder =
    codec === 'h264'
      ? ['-c:v', 'libx264', '-preset', 'veryfast', '-profile:v', 'baseline', '-f', 'mp4']
      : ['-c:v', 'libvpx', '-deadline', 'realtime', '-cpu-used', '8', '-f', 'webm'];
  await execute('ffmpeg', [
    ...[
      '-v',
      'error',
      '-y',
      '-ss',
      String(window.fromSeconds),
      '-t',
      String(windowSeconds),
      '-i',
      source,
      '-an',
    ],
    ...['-vf', filters.join(','), '-pix_fmt', 'yuv420p', '-b:v', `${kilobits}k`, ...encoder, path],
  ]);
}
