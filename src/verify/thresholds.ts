type Threshold = {
  readonly value: number;
  readonly date: string;
  readonly setOn: string;
  readonly errorRate: string;
};
const t = (value: number): Threshold => ({ value, date: '2026-11-23', setOn: '', errorRate: '' });
export const thresholds = {
  durationMs: t(2000),
  faceLumaLeast: t(28),
  faceLumaMost: t(235),
  burntOutMost: t(0.5),
  faceShareLeast: t(0.7),
  faceHeightLeast: t(60),
  otherFramesMost: t(2),
  samePersonCosineLeast: t(0.35),
  cutCosineLeast: t(0.5),
  frozenMsMost: t(1000),
  loopedMsMost: t(1000),
  passiveAlone: t(0.02),
  passiveWithWeakLife: t(0.3),
  weakLife: t(1.4),
  blinksLeast: t(1),
  shapeChangeLeast: t(0.0072),
  noseShiftLeast: t(0.0135),
  perBending: t(0.2),
} as const;
