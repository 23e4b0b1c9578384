import type { RegionName } from './light-regions.ts';

/**
 * Where the places lie on a face, in eye distances from between the eyes, to the picture's right and down: mean of 51 frames of four clips. Each
 * recording's own places told no better.
 */
export const reliefPlaces: Readonly<Partial<Record<RegionName, readonly [x: number, y: number]>>> = {
  bridge: [0.02, 0.23],
  noseTip: [0.03, 0.52],
  flankLeft: [-0.09, 0.5],
  flankRight: [0.13, 0.5],
  glabella: [0.02, -0.19],
  socketLeft: [-0.14, -0.02],
  socketRight: [0.16, -0.02],
  philtrum: [0.02, 0.85],
  besideNoseLeft: [-0.43, 0.66],
  besideNoseRight: [0.43, 0.65],
  midCheekLeft: [-0.64, 0.65],
  midCheekRight: [0.62, 0.63],
  outerCheekLeft: [-0.86, 0.63],
  outerCheekRight: [0.81, 0.6],
  malarLeft: [-0.62, 0.27],
  malarRight: [0.61, 0.26],
  foreheadLeft: [-0.57, -0.75],
  foreheadMiddle: [0.02, -0.63],
  foreheadRight: [0.58, -0.74],
  rimLeft: [-1, 0.33],
  rimRight: [0.94, 0.31],
  jawLeft: [-0.79, 1.1],
  jawRight: [0.75, 1.06],
  chin: [0, 1.59],
};

/**
 * How far a place looks down, 0 to 1, on any head that is held upright: what lies under nose, cheekbones, lips and jaw gets the least of a lamp above, so that the
 * screen changes it the most. Rough, by anatomy, and tried on SIMULATED scenes with a lamp (docs/light.md): of the most uneven light in 150 of them it leaves 0.20, where 0.33
 * stood without it, and at most 0.18 in four recordings of two further people under a lamp 75 degrees up, where 0.28 stood.
 */
export const looksDown: Readonly<Partial<Record<RegionName, number>>> = {
  ...{
    flankLeft: 0.2,
    flankRight: 0.2,
    noseTip: 0.3,
    philtrum: 1,
    besideNoseLeft: 0.9,
    besideNoseRight: 0.9,
  },
  ...{ midCheekLeft: 0.9, midCheekRight: 0.9, outerCheekLeft: 0.5, outerCheekRight: 0.5 },
  ...{ jawLeft: 0.4, jawRight: 0.4, chin: 0.6 },
};
