import type { Session } from '../session.ts';
import { showPicture } from '../show-picture.ts';
import type { FrameShape, Guidance } from './guide.ts';
import { type CardSide, type Photographed, photoOfFile, photoOfVideo } from './photo.ts';
import { shownPart, shownPartOfStill } from './shown-part.ts';
import { hasTorch, switchTorch } from './torch.ts';
import { watchCard } from './watch-card.ts';

/** What the screen shows of the running camera. */
export type Finder = {
  readonly guidance: Guidance | null;
  /** Null while the camera is being opened, and where it has no lamp. */
  readonly isTorchOn: boolean | null;
  /** There is a picture, so the shutter works. */
  readonly isOpen: boolean;
  /** A photo is being taken. */
  readonly isTaking: boolean;
};

export type ShootParts = {
  readonly session: Session;
  readonly side: CardSide;
  readonly shape: FrameShape;
  readonly video: HTMLVideoElement;
  readonly frame: HTMLElement;
  readonly onChange: (change: Partial<Finder>) => void;
};

export type Shoot = {
  readonly shutter: () => void;
  readonly toggleTorch: () => void;
  readonly stop: () => void;
};

/** A still that does not come in this time is taken from the running picture: some phones never answer. */
const stillPatienceMs = 4_000;

/** A still by the camera itself has more pixels than its running picture; null where the browser takes none. */
async function takeStill(track: MediaStreamTrack): Promise<Blob | null> {
  if (typeof ImageCapture === 'undefined') return null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const patience = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), stillPatienceMs);
  });
  try {
    return await Promise.race([new ImageCapture(track).takePhoto(), patience]);
  } catch {
    return null;
  } finally {
    clearTimeout(timer);
  }
}

async function photograph({ video }: ShootParts, track: MediaStreamTrack): Promise<Photographed> {
  const still = await takeStill(track);
  const picture = { width: video.videoWidth, height: video.videoHeight };
  const place = video.getBoundingClientRect();
  const taken = still && (await photoOfFile(still, (size) => shownPartOfStill(size, picture, place)));
  if (taken?.ok) return taken;
  return await photoOfVideo(video, shownPart(picture, place));
}

/** Hands a photo, or why there is none, to the flow. */
export function handOver(session: Session, side: CardSide, taken: Photographed): void {
  if (taken.ok) session.happen('card-taken', { cardShot: { side, photo: taken.photo }, photoTrouble: null });
  else session.happen('card-unusable', { photoTrouble: taken.trouble });
}

/** Runs the camera until a photo is taken, by itself when the card lies well or by the shutter. */
export function startShooting(parts: ShootParts): Shoot {
  const { session, side, shape, video, frame, onChange } = parts;
  const stopping = new AbortController();
  const { signal } = stopping;
  let track: MediaStreamTrack | undefined;
  let isTaking = false;
  let isTorchOn = false;

  async function shutter(): Promise<void> {
    if (!track || isTaking || video.videoWidth === 0) return;
    isTaking = true;
    onChange({ isTaking });
    const taken = await photograph(parts, track);
    if (!signal.aborted) handOver(session, side, taken);
  }

  async function toggleTorch(): Promise<void> {
    if (track && (await switchTorch(track, !isTorchOn))) isTorchOn = !isTorchOn;
    onChange({ isTorchOn });
  }

  async function run(): Promise<void> {
    const shown = { session, video, subject: 'card', whenLost: 'camera-busy' } as const;
    const picture = await showPicture(shown, signal);
    track = picture?.camera().stream.getVideoTracks()[0];
    if (!track || signal.aborted) return;
    onChange({ isOpen: true, isTorchOn: hasTorch(track) ? false : null });
    watchCard(video, frame, shape, signal, (guidance) => {
      if (isTaking) return;
      onChange({ guidance });
      if (guidance.isReady) void shutter();
    });
  }

  void run();
  return {
    shutter: () => void shutter(),
    toggleTorch: () => void toggleTorch(),
    stop: () => stopping.abort(),
  };
}
