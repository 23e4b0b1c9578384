/** Where the face belongs, in parts of the frame's width and height; `steps/oval.tsx` draws it. */
export const oval = { centreX: 0.5, centreY: 0.46, radiusX: 0.36, radiusY: 0.36 } as const;
