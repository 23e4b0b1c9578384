import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const shared = process.env.SELFSAME_SHARED ?? fileURLToPath(new URL('../../shared', import.meta.url));

export type Recording = { readonly path: string; readonly photoPath: string };

function ffmpeg(args: readonly string[]): void {
  const { status, stderr } = spawnSync('ffmpeg', ['-v', 'error', '-y', ...args], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`ffmpeg: ${stderr}`);
}

/**
 * Five seconds of a living person at 480x640, as the page's recorder makes them (1 Mbit/s), and one frame of
 * another moment as the photo to compare with. Null where the clips for development are not at hand.
 */
export function prepareRecording(clip = 'd13', bitrate = '1M'): Recording | null {
  const source = join(shared, 'data/clips', `${clip}.mp4`);
  if (!existsSync(source)) return null;
  const folder = mkdtempSync(join(tmpdir(), 'selfsame-bench-'));
  const [path, photoPath] = [join(folder, 'recording.mp4'), join(folder, 'photo.jpg')];
  const portrait = 'scale=480:640:force_original_aspect_ratio=increase,crop=480:640';
  const encode = [
    '-an',
    '-c:v',
    'libx264',
    '-profile:v',
    'baseline',
    '-b:v',
    bitrate,
    '-minrate',
    bitrate,
    '-r',
    '30',
  ];
  ffmpeg([
    '-i',
    source,
    '-t',
    '5',
    '-vf',
    portrait,
    ...encode,
    '-movflags',
    'frag_keyframe+empty_moov',
    path,
  ]);
  ffmpeg(['-ss', '6', '-i', source, '-frames:v', '1', '-vf', portrait, photoPath]);
  return { path, photoPath };
}
