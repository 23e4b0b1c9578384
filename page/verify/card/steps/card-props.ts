import type { CardView } from '../../../../src/capture/page-shapes.ts';
import type { Session } from '../../session.ts';
import type { StepProps } from '../../steps/step-props.ts';
import type { WordKey } from '../../word-keys.ts';
import type { CardApi } from '../card-api.ts';
import type { FrameShape } from '../guide.ts';
import type { CardSide } from '../photo.ts';

/** What a card's screens can do. */
export type CardTools = {
  readonly session: Session;
  /** A picture's address as an image element can load it. */
  readonly pictureUrl: CardApi['pictureUrl'];
  readonly picture: CardApi['picture'];
  /** This photo is to be sent. */
  readonly use: () => void;
  /** Another photo instead; nothing was sent. */
  readonly decline: () => void;
  /** Another photo instead of what was read. */
  readonly retake: () => void;
  readonly confirm: () => void;
};

export type CardProps = StepProps & { readonly tools: CardTools };

/** The side that the server waits for. */
export function sideOf(card: CardView | null | undefined): CardSide {
  return card?.stage === 'front-stored' ? 'back' : 'front';
}

export function shapeOf(card: CardView | null | undefined): FrameShape {
  return card?.type === 'InternationalIDPassport' ? 'passport' : 'card';
}

/** The name of the type asked for, or of any document. */
export function typeWord(type: CardView['type'] | undefined): WordKey {
  return type ? `card.type.${type}` : 'card.any';
}
