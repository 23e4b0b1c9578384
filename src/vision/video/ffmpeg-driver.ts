import type {
  ChildCommand,
  CloseStretch,
  DecoderDriver,
  DecoderEvent,
  VideoInput,
} from './decoder-driver.ts';
import { limits } from './limits.ts';

/** 60 MB resident were measured; a 1080p transcode needs about 300 MB of address space beyond the libraries. */
const addressSpaceBytes = 1024 ** 3;

/** A longer recording is refused when judged; of one that is rewritten all the same, no more than this is kept. */
const rewrittenSeconds = limits.durationMs / 1000 + 1;

const side = limits.pictureLongSidePixels;

// Named filters print under their name: `decoded` for every frame, `sampled` for those written out.
function sampleFilter(stretch: CloseStretch | null): string {
  const grid = `${stretch ? limits.closeFramesPerSecond : limits.sampledFramesPerSecond}+0.01`;
  const inCellOfItsOwn = `isnan(prev_selected_t)+gt(floor(t*${grid})\\,floor(prev_selected_t*${grid}))`;
  const sinceFirst = (ms: number) => `start_t+${ms / 1000}`;
  const within = stretch && `between(t\\,${sinceFirst(stretch.fromMs)}\\,${sinceFirst(stretch.toMs)})`;
  return [
    'showinfo@decoded=checksum=0',
    `select=${within ? `${within}*(${inCellOfItsOwn})` : inCellOfItsOwn}`,
    `scale=w=min(${side}\\,iw):h=min(${side}\\,ih):force_original_aspect_ratio=decrease:flags=area:out_range=full`,
    'format=yuv420p',
    'showinfo@sampled=checksum=0',
  ].join(',');
}

/**
 * The system's ffmpeg, told to open nothing but this file, as nothing but this container, with decoders a browser's
 * recording can need; no playlist, no network protocol, no external reference is reachable.
 * `fps_mode` exists since ffmpeg 5.1, which is what `probeDecoder` asks for.
 */
export function ffmpegDriver(program: string): DecoderDriver {
  const command = (args: readonly string[]): ChildCommand => ({ program, args, addressSpaceBytes });
  return {
    name: 'ffmpeg',
    version: () => command(['-hide_banner', '-version']),
    describe: (input) => command([...quiet, ...open(input)]),
    sample: (input, stretch) =>
      command([
        ...quiet,
        ...open(input),
        ...['-map', '0:v:0', '-filter_threads', '1'],
        ...['-vf', sampleFilter(stretch), '-fps_mode', 'passthrough'],
        ...['-frames:v', String(limits.sampledFrames), '-f', 'rawvideo', 'pipe:1'],
      ]),
    rewrite: (input, outputPath, how) =>
      command([
        ...quiet,
        ...open(input),
        ...['-t', String(rewrittenSeconds), '-map', '0:v:0', '-map_metadata', '-1', '-map_chapters', '-1'],
        ...(how === 'copy' ? ['-c:v', 'copy'] : transcode),
        ...[
          '-movflags',
          '+faststart',
          '-fs',
          String(limits.rewrittenBytes),
          '-f',
          'mp4',
          '-y',
          `file:${outputPath}`,
        ],
      ]),
    readLine,
  };
}

const quiet = ['-nostdin', '-hide_banner', '-nostats', '-loglevel', 'info'];

// Even sides, because 4:2:0 needs them.
const transcode = [
  ...['-c:v', 'libx264', '-preset', 'veryfast', '-crf', '23', '-pix_fmt', 'yuv420p', '-threads', '1'],
  ...['-filter_threads', '1', '-vf', 'scale=trunc(iw/2)*2:trunc(ih/2)*2', '-fps_mode', 'vfr'],
];

function open(input: VideoInput): string[] {
  return [
    ...['-protocol_whitelist', 'file,pipe', '-format_whitelist', demuxer[input.container]],
    ...['-codec_whitelist', 'h264,hevc,vp8,vp9,av1,libdav1d', '-max_pixels', String(limits.picturePixels)],
    ...['-threads', '1', '-f', demuxer[input.container], '-i', `file:${input.path}`],
  ];
}

const demuxer = { mp4: 'mov', webm: 'matroska' } as const;

// Two blanks and `Stream` at the line's beginning: text from inside the file is indented deeper, so it cannot pose as this.
const sourceLine = /^ {2}Stream #0:\d+.*?: Video: (\w+).*?, (\d+)x(\d+)[, ]/;
const frameLine = /^\[showinfo@(decoded|sampled) @ \w+\] n: *\d+ .*?pts_time:(\S+) .*? s:(\d+)x(\d+) /;
const isBt709 = / color_space:bt709 /;

/** Reads what `-loglevel info` and the two `showinfo` filters print (ffmpeg 5.1). */
export function readLine(line: string): DecoderEvent | null {
  const frame = frameLine.exec(line);
  if (frame) {
    const [, kind, seconds, width, height] = frame as unknown as [string, 'decoded' | 'sampled', ...string[]];
    const timestampMs = Number(seconds) * 1000;
    // A frame without a timestamp (`NOPTS`) cannot be placed in time.
    if (!Number.isFinite(timestampMs)) return { kind: 'refused', problem: 'not-a-video', text: noTimestamp };
    const size = { timestampMs, width: Number(width), height: Number(height) };
    return kind === 'decoded'
      ? { kind, ...size }
      : { kind, ...size, matrix: isBt709.test(line) ? 'bt709' : 'bt601' };
  }
  const source = sourceLine.exec(line);
  if (source)
    return { kind: 'source', codec: source[1]!, width: Number(source[2]), height: Number(source[3]) };
  return null;
}

const noTimestamp = 'A frame carries no timestamp.';
