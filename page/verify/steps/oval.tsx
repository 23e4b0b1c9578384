import { oval } from '../oval-place.ts';

/** The shown picture in units: 3:4, as `guide.ts` looks at it. */
const width = 300;
const height = 400;

const shape = {
  cx: oval.centreX * width,
  cy: oval.centreY * height,
  rx: oval.radiusX * width,
  ry: oval.radiusY * height,
} as const;

/** From the top, clockwise, so that the ring fills as a clock does. */
const ring = `M${shape.cx} ${shape.cy - shape.ry}a${shape.rx} ${shape.ry} 0 1 1 0 ${2 * shape.ry}a${shape.rx} ${shape.ry} 0 1 1 0 ${-2 * shape.ry}Z`;

type OvalProps = {
  readonly isGood: boolean;
  /** While recording: how long the ring takes to fill. */
  readonly recordMs: number | null;
};

/** Covers all but the oval, and draws its rim. */
export function Oval({ isGood, recordMs }: OvalProps) {
  return (
    <svg class="oval" viewBox={`0 0 ${width} ${height}`} aria-hidden="true" focusable="false">
      <path class="cover" fill-rule="evenodd" d={`M-1-1H${width + 1}V${height + 1}H-1Z${ring}`} />
      <path class={isGood ? 'rim good' : 'rim'} d={ring} />
      {recordMs !== null && (
        <path class="rim running" d={ring} pathLength={1} style={{ animationDuration: `${recordMs}ms` }} />
      )}
    </svg>
  );
}
