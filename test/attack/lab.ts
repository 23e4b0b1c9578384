import { loadVision, type Vision } from '../../src/vision/faces.ts';
import { clipPath, lfwPhotos } from '../support/shared-data.ts';
import { findVideoEncoder, type VideoEncoder } from '../support/video-encoder.ts';

/** What a species makes its recordings with; one per thread, because a network's session is not shared. */
export type Lab = { readonly vision: Vision; readonly encoder: VideoEncoder };

/** Whether the people whom the lab copies are here: clips and photos beside the checkout. */
export function hasSources(): boolean {
  return clipPath('d3') !== null && lfwPhotos().length > 0;
}

/** Throws where there are no clips, no photos or no encoder. */
export async function openLab(): Promise<Lab> {
  const encoder = await findVideoEncoder();
  if (!encoder) throw new Error('The attack lab needs ffmpeg or node-av.');
  if (!hasSources()) throw new Error('The attack lab needs the clips and photos beside the checkout.');
  return { vision: await loadVision(), encoder };
}
