/** One part of the machine, how it is, and what to do when it is not well. */
export type Finding = {
  readonly part: string;
  readonly state: 'good' | 'warning' | 'bad';
  readonly text: string;
  readonly remedy?: string;
};
