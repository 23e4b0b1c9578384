import type { Capture, CaptureGuidance } from '../capture.ts';
import type { CardStep } from '../card/card-step.tsx';
import type { ChallengePart } from '../challenge/challenge-part.tsx';
import type { DevicePart } from '../device/device-part.tsx';
import type { Say } from '../say.ts';
import type { PageState } from '../session.ts';
import type { Taps } from '../taps.ts';
import type { VoicePart } from '../voice/voice-part.tsx';

/** What every step's screen is drawn from. */
export type StepProps = {
  readonly state: PageState;
  readonly taps: Taps;
  readonly say: Say;
  /** Null where no card is asked for, and until its part of the program is here. */
  readonly cardStep: CardStep | null;
  /** Null at level 1, and until its part of the program is here. */
  readonly challengePart: ChallengePart | null;
  /** Null until a device needs another way on, and until that part of the program and its words are here. */
  readonly devicePart: DevicePart | null;
  /** Null where the device has no voice for the page's language, and until that part of the program and its words are here. */
  readonly voicePart: VoicePart | null;
  readonly openCapture: (video: HTMLVideoElement, onGuidance: (guidance: CaptureGuidance) => void) => Capture;
};
