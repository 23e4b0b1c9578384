import '../look/challenge.css';
import type { VNode } from 'preact';
import type { StepProps } from '../steps/step-props.ts';
import { LightNotice } from './light-notice.tsx';
import { Prompt } from './prompt.tsx';
import { recordChallenge } from './record-challenge.ts';

/** Everything that only the levels above silent need; a program part of its own, which other verifications never load. */
export type ChallengePart = {
  readonly LightNotice: (props: StepProps) => VNode;
  readonly Prompt: (props: Pick<StepProps, 'state' | 'say'>) => VNode;
  readonly record: typeof recordChallenge;
};

export const challengePart: ChallengePart = { LightNotice, Prompt, record: recordChallenge };
