import type { Canvas } from '../canvas.ts';

/** A round seal of rings, pearls and rays that is no office's own. */
export function drawSeal(canvas: Canvas, x: number, y: number, radius: number, colour: string): void {
  canvas.reserved.push({ left: x - radius, top: y - radius, right: x + radius, bottom: y + radius });
  const around = (count: number, draw: (cos: number, sin: number) => string) =>
    Array.from({ length: count }, (_, at) => {
      const angle = (at / count) * 2 * Math.PI;
      return draw(Math.cos(angle), Math.sin(angle));
    }).join('');
  const at = (share: number, cos: number, sin: number) =>
    [(x + radius * share * cos).toFixed(1), (y + radius * share * sin).toFixed(1)] as const;
  const pearls = around(24, (cos, sin) => {
    const [px, py] = at(0.86, cos, sin);
    return `<circle cx="${px}" cy="${py}" r="${(radius * 0.05).toFixed(1)}" fill="${colour}"/>`;
  });
  const rays = around(11, (cos, sin) => {
    const [x1, y1] = at(0.3, cos, sin);
    const [x2, y2] = at(0.64, cos, sin);
    return `<line x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}"/>`;
  });
  canvas.draw(
    `<g fill="none" stroke="${colour}" stroke-width="${(radius * 0.06).toFixed(1)}" opacity="0.85">` +
      `<circle cx="${x}" cy="${y}" r="${(radius * 0.97).toFixed(1)}" fill="#ffffff" fill-opacity="0.5"/>` +
      `<circle cx="${x}" cy="${y}" r="${(radius * 0.74).toFixed(1)}"/>` +
      `<circle cx="${x}" cy="${y}" r="${(radius * 0.24).toFixed(1)}" fill="${colour}"/>${rays}${pearls}</g>`,
  );
}

/** A band of three colours across the card, as several of these cards have one under their heading. */
export function drawBand(
  canvas: Canvas,
  y: number,
  height: number,
  colours: readonly [string, string, string],
): void {
  colours.forEach((colour, at) => {
    const top = y + (at * height) / colours.length;
    canvas.draw(
      `<rect x="0" y="${top.toFixed(1)}" width="${canvas.width}" height="${(height / colours.length).toFixed(1)}" ` +
        `fill="${colour}" fill-opacity="0.5"/>`,
    );
  });
}

/** A signature in ink: loops that say nothing. */
export function drawSignature(canvas: Canvas, x: number, y: number, width: number): void {
  const step = width / 6;
  canvas.reserved.push({ left: x - 6, top: y - 30, right: x + width + 6, bottom: y + 24 });
  canvas.draw(
    `<path d="M${x} ${y}q${step} ${-46} ${step * 1.4} 4t${step} -16 ${step} 10 ${step * 1.2} -12 ${step * 1.2} 6" ` +
      'fill="none" stroke="#1c2350" stroke-width="3.2"/>',
  );
}
