import '../look/challenge.css';
import type { VNode } from 'preact';
import type { StepProps } from '../steps/step-props.ts';
import { FilmFile, type FilmParts } from './film-file.tsx';
import { LightNotice } from './light-notice.tsx';
import { Prompt } from './prompt.tsx';
import { recordChallenge } from './record-challenge.ts';

/** Everything that only the levels above silent need; a program part of its own, which other verifications never load. */
export type ChallengePart = {
  readonly LightNotice: (props: StepProps) => VNode;
  readonly Prompt: (props: Pick<StepProps, 'state' | 'say'>) => VNode;
  /** A film from a file, where the page cannot record. */
  readonly FilmFile: (props: StepProps) => VNode;
  readonly record: typeof recordChallenge;
};

export function createChallengePart(film: FilmParts): ChallengePart {
  return {
    LightNotice,
    Prompt,
    FilmFile: (props) => <FilmFile {...props} film={film} />,
    record: recordChallenge,
  };
}
