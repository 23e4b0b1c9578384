import { resultCodes } from '../result-codes.ts';
import type { Reason } from './judgement.ts';
import type { Injection } from './liveness/injection/injection.ts';
import type { VirtualCameraKind } from './liveness/injection/virtual-camera-names.ts';
import { injectionThresholds } from './thresholds-injection.ts';

type Note = Reason & { readonly code: number };

const cameraTexts: Readonly<Record<VirtualCameraKind, string>> = {
  player: 'The camera bears the name of a program that plays whatever it is given.',
  effects: 'The camera bears the name of a program that changes the picture.',
  bridge: 'The camera bears the name of a program that brings in another device.',
  test: "The camera bears the name of a browser's test picture.",
};

/**
 * Signs of injection, as notes for the operator. None of them, nor their sum, refuses, at levels 1 and 2 by rule; at levels 3
 * to 5 they may only break ties once their ROC has been measured on recordings that MediaRecorder made. None has been,
 * so here nothing refuses either.
 */
export function noteInjection(injection: Injection | null): readonly Note[] {
  if (!injection) return [];
  return [...noteTiming(injection), ...notePictures(injection), ...noteCamera(injection)];
}

function noteTiming({ timing }: Injection): readonly Note[] {
  if (!timing) return [];
  const { unevenMsLeast, gapMsMost } = injectionThresholds;
  const notes: Note[] = [];
  if (timing.unevenMs < unevenMsLeast.value) {
    const text = "The frames come as evenly as a file's, not as a camera's.";
    notes.push(note('injection.even-frames', text, timing.unevenMs, unevenMsLeast.value));
  }
  if (timing.longestGapMs > gapMsMost.value) {
    const text = 'Frames are missing in the middle.';
    notes.push(note('injection.gap', text, timing.longestGapMs, gapMsMost.value));
  }
  return notes;
}

function notePictures({ repeated, compression, exposure }: Injection): readonly Note[] {
  const { exactShareMost, foreignGridMost, faceSwingLeast, noiseLeast } = injectionThresholds;
  const notes: Note[] = [];
  if (repeated && repeated.exactShare > exactShareMost.value) {
    const text = 'Many frames repeat the one before exactly.';
    notes.push(note('injection.repeated-frames', text, repeated.exactShare, exactShareMost.value));
  }
  if (compression && compression.foreignGrid > foreignGridMost.value) {
    const text = 'The picture was compressed before, in blocks of another size.';
    notes.push(note('injection.compressed-twice', text, compression.foreignGrid, foreignGridMost.value));
  }
  if (exposure && exposure.faceSwing < faceSwingLeast.value) {
    const text = "The face's light never changes.";
    notes.push(note('injection.steady-light', text, exposure.faceSwing, faceSwingLeast.value));
  }
  if (exposure && exposure.noise < noiseLeast.value) {
    notes.push(note('injection.no-noise', 'The picture has no noise.', exposure.noise, noiseLeast.value));
  }
  return notes;
}

function noteCamera({ camera }: Injection): readonly Note[] {
  if (!camera) return [];
  const { virtualKind, hasOtherShape } = camera;
  const notes: Note[] = [];
  if (virtualKind) notes.push(note('injection.virtual-camera', cameraTexts[virtualKind]));
  if (hasOtherShape) {
    const text = 'The recording has another shape than the camera that the browser told of.';
    notes.push(note('injection.other-shape', text));
  }
  return notes;
}

function note(id: string, text: string, score: number | null = null, threshold: number | null = null): Note {
  return { id, text, score, threshold, refuses: false, code: resultCodes.success };
}
