import type { PageView } from '../../src/capture/page-shapes.ts';
import { recordableMimeType } from './recordable.ts';

/** Why there is no picture; each has its own plain words. */
export type CameraTrouble =
  | 'camera-refused'
  | 'camera-missing'
  | 'camera-busy'
  | 'insecure-page'
  | 'no-camera-support'
  | 'no-recorder'
  | 'interrupted'
  | 'recording-lost'
  | 'recording-empty'
  | 'recording-too-large'
  | 'face-lost'
  | 'color-missed'
  | 'two-people';

export type Camera = {
  readonly stream: MediaStream;
  /** As the system names it; empty where the browser hides it. */
  readonly label: string;
  /** Of this camera for this origin; empty where the browser hides it. */
  readonly deviceId: string;
  /** Which way it looks, where the browser tells. */
  readonly facing: string | undefined;
  readonly widthPixels: number;
  readonly heightPixels: number;
  /** Called at most once, when the camera is taken away: unplugged, or by another program. */
  onLost(listener: () => void): void;
  /** Called when its pictures stop for now: a call comes in, another app takes it, a shutter is closed. */
  onPaused(listener: () => void): void;
  /** Whether it gives pictures. */
  isLive(): boolean;
  close(): void;
};

export type CameraOpening =
  | { readonly kind: 'open'; readonly camera: Camera }
  | { readonly kind: 'trouble'; readonly trouble: CameraTrouble };

/** What is filmed: each has its own side of the phone and its own need of pixels. */
export type CameraSubject = 'face' | 'card';

/**
 * Ideals only: a camera that cannot is better than none. The face in portrait, as a phone is held; 480x640 is what
 * the server's judgement was measured on. The card from behind, in as many pixels as small print needs; a phone turns
 * the picture by itself.
 */
const wanted: Readonly<Record<CameraSubject, MediaTrackConstraints>> = {
  face: {
    facingMode: 'user',
    width: { ideal: 480 },
    height: { ideal: 640 },
    frameRate: { ideal: 30, max: 30 },
  },
  card: {
    facingMode: { ideal: 'environment' },
    width: { ideal: 2560 },
    height: { ideal: 1920 },
    frameRate: { ideal: 30, max: 30 },
  },
};

/** The names are those of the Media Capture and Streams specification §10.2.1, and what older browsers say. */
const troubles: Readonly<Record<string, CameraTrouble>> = {
  NotAllowedError: 'camera-refused',
  PermissionDeniedError: 'camera-refused',
  SecurityError: 'camera-refused',
  NotFoundError: 'camera-missing',
  DevicesNotFoundError: 'camera-missing',
  OverconstrainedError: 'camera-missing',
  NotReadableError: 'camera-busy',
  TrackStartError: 'camera-busy',
  AbortError: 'camera-busy',
};

/** Reads what `getUserMedia` threw. */
export function troubleOf(error: unknown): CameraTrouble {
  const { name } = (error ?? {}) as { name?: string };
  return (name && troubles[name]) || 'no-camera-support';
}

function cameraOf(stream: MediaStream): Camera | null {
  const [track] = stream.getVideoTracks();
  if (!track) return null;
  const { width, height, deviceId, facingMode } = track.getSettings();
  const closing = new AbortController();
  // Chromium keeps a stopped track for as long as the page lives, and with it all that listens to it.
  const until = { once: true, signal: closing.signal } as const;
  return {
    stream,
    label: track.label,
    deviceId: deviceId ?? '',
    facing: facingMode,
    widthPixels: width ?? 0,
    heightPixels: height ?? 0,
    onLost: (listener) => track.addEventListener('ended', listener, until),
    onPaused: (listener) => track.addEventListener('mute', listener, until),
    isLive: () => track.readyState === 'live' && !track.muted,
    close: () => {
      closing.abort();
      for (const each of stream.getTracks()) each.stop();
    },
  };
}

/**
 * What this browser lacks altogether, known without asking for the camera: over plain HTTP browsers hide it, and the
 * browsers inside some apps have none. Null where the subject can be filmed, or photographed.
 */
export function missingAbility(subject: CameraSubject): CameraTrouble | null {
  if (!window.isSecureContext) return 'insecure-page';
  if (!navigator.mediaDevices?.getUserMedia) return 'no-camera-support';
  if (subject === 'face' && recordableMimeType() === null) return 'no-recorder';
  return null;
}

/** Troubles that a film from the device's own camera program gets around; a recorder may name a format and make nothing. */
const filmable: readonly CameraTrouble[] = ['no-camera-support', 'no-recorder', 'recording-empty'];

/** Whether a finished film is taken where this browser cannot record: it is judged silent, as level 1 is. */
export function mayBeFilm(view: Pick<PageView, 'mayBeLower' | 'securityLevel'> | null): boolean {
  return view !== null && (view.mayBeLower || view.securityLevel === 1);
}

export function isFilmable(trouble: CameraTrouble): boolean {
  return filmable.includes(trouble);
}

/** Whether this browser cannot record a face, and a film of the device's own program is all that it can hand over. */
export function isFilmAllThereIs(): boolean {
  const missing = missingAbility('face');
  return missing !== null && isFilmable(missing);
}

/** Which camera is meant: this one and no other, or this one if it is still there. */
export type CameraWish = { readonly exact: string } | { readonly ideal: string };

/** A camera that is named is not asked to look another way too. */
function constraintsOf(subject: CameraSubject, deviceId: CameraWish | undefined): MediaTrackConstraints {
  const { facingMode, ...picture } = wanted[subject];
  if (deviceId && 'exact' in deviceId) return { ...picture, deviceId };
  return { ...wanted[subject], ...(deviceId && { deviceId }) };
}

/** Asks for the camera that sees the subject, without sound. */
export async function openCamera(subject: CameraSubject, wish?: CameraWish): Promise<CameraOpening> {
  const missing = missingAbility(subject);
  if (missing) return { kind: 'trouble', trouble: missing };
  try {
    const video = constraintsOf(subject, wish);
    const camera = cameraOf(await navigator.mediaDevices.getUserMedia({ audio: false, video }));
    return camera ? { kind: 'open', camera } : { kind: 'trouble', trouble: 'camera-missing' };
  } catch (error) {
    return { kind: 'trouble', trouble: troubleOf(error) };
  }
}
