import type { VNode } from 'preact';
import type { StepProps } from '../steps/step-props.ts';
import { FilmFile, type FilmParts } from './film-file.tsx';
import { LeaveApp, type LeaveAppProps } from './leave-app.tsx';

/** The ways on of a device or browser that cannot do it by itself; a program part that others never load. */
export type DevicePart = {
  /** A film from a file, where the page cannot record. */
  readonly FilmFile: (props: StepProps) => VNode;
  /** From the browser inside an app to the system's own. */
  readonly LeaveApp: (props: LeaveAppProps) => VNode;
};

export function createDevicePart(film: FilmParts): DevicePart {
  return { FilmFile: (props) => <FilmFile {...props} film={film} />, LeaveApp };
}
