// The video decoder: the system's ffmpeg where there is one, else node-av from its own small lock file.
// node-av's binary is GPLv3 and 209 MB, so it is never installed where it is not needed (decision 0003).
import { installLocked } from './dependencies.mjs';
import { findProgram, root, say } from './place.mjs';

export function ensureDecoder() {
  if (process.env.SELFSAME_DECODER !== 'node-av' && findProgram(['ffmpeg'])) return;
  if (installLocked(`${root}decoder/`, ['--ignore-scripts']))
    say('no ffmpeg on this machine: node-av installed as decoder');
}
