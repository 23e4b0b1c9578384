import { flow, type Happening, type Step } from './flow.ts';

/** Signs that lead to the same step from nearly everywhere; drawn once, from `anywhere`, to keep the picture legible. */
const common: readonly Happening[] = [
  'ended',
  'ended-silently',
  'elsewhere-tab',
  'elsewhere-browser',
  'handed-over',
  'unknown',
];

const nameOf = (step: Step) => step.replace(/-/g, '_');

/** The flow as a Mermaid state diagram: what `flow.mermaid` holds, and what its test draws again. */
export function drawFlow(): string {
  const lines = ['stateDiagram-v2', '    [*] --> loading'];
  for (const happening of common) {
    lines.push(`    anywhere --> ${nameOf(flow.loading[happening] as Step)}: ${happening}`);
  }
  for (const [step, ways] of Object.entries(flow) as [Step, Record<Happening, Step>][]) {
    for (const [happening, next] of Object.entries(ways) as [Happening, Step][]) {
      if (!common.includes(happening)) lines.push(`    ${nameOf(step)} --> ${nameOf(next)}: ${happening}`);
    }
  }
  return `${lines.join('\n')}\n    redirect --> [*]\n    lost --> [*]\n`;
}
