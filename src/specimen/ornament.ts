import type { Canvas } from './canvas.ts';
import type { Random } from './random.ts';

/** Paper or plastic from one colour to another, with the fine curved lines of security print. */
export function printGround(
  canvas: Canvas,
  random: Random,
  colours: { readonly from: string; readonly to: string; readonly line: string; readonly strength?: number },
): void {
  const { width, height } = canvas;
  const { from, to, line, strength = 0.35 } = colours;
  canvas.draw(
    `<defs><linearGradient id="ground" x1="0" y1="0" x2="1" y2="${random.between(0.3, 1).toFixed(2)}">` +
      `<stop offset="0" stop-color="${from}"/><stop offset="1" stop-color="${to}"/></linearGradient></defs>` +
      `<rect width="${width}" height="${height}" fill="url(#ground)"/>`,
  );
  canvas.draw(
    `<g fill="none" stroke="${line}" stroke-opacity="${strength}" stroke-width="1.1">${guilloche(canvas, random)}</g>`,
  );
}

/** Two families of waves, and a rosette of turned loops. */
function guilloche({ width, height }: Canvas, random: Random): string {
  const paths: string[] = [];
  for (let family = 0; family < 2; family++) {
    const [swing, period, phase] = [random.between(14, 46), random.between(160, 420), random.between(0, 6)];
    const step = random.between(15, 24);
    for (let y = -swing; y < height + swing; y += step) {
      const points: string[] = [];
      for (let x = 0; x <= width; x += 20) {
        const wave = Math.sin((x / period) * 2 * Math.PI + phase + (family * y) / 90);
        points.push(`${x} ${(y + swing * wave).toFixed(1)}`);
      }
      paths.push(`<path d="M${points.join('L')}"/>`);
    }
  }
  const [x, y, radius] = [width * random.between(0.4, 0.7), height * random.between(0.4, 0.7), height * 0.3];
  for (let turn = 0; turn < 180; turn += 10) {
    paths.push(
      `<ellipse cx="${x.toFixed(0)}" cy="${y.toFixed(0)}" rx="${radius.toFixed(0)}" ry="${(radius / 3).toFixed(0)}" ` +
        `transform="rotate(${turn} ${x.toFixed(0)} ${y.toFixed(0)})"/>`,
    );
  }
  return paths.join('');
}

/** Type of 5 pixels: a line to the eye, noise to a reader. */
export function printMicroText(canvas: Canvas, y: number, text: string, fill = '#667'): void {
  const repeated = `${text} `.repeat(Math.ceil(canvas.width / (text.length * 3)));
  canvas.draw(
    `<text x="0" y="${y}" font-family="Arimo" font-size="5" fill="${fill}" fill-opacity="0.7">${repeated}</text>`,
  );
}

/** The pale, coloured veil of a hologram under light. */
export function layHaze(canvas: Canvas, random: Random): void {
  const hue = random.whole(0, 359);
  const place = (name: string, colour: number) =>
    `<radialGradient id="${name}"><stop offset="0" stop-color="hsl(${colour % 360} 80% 75%)" stop-opacity="0.3"/>` +
    `<stop offset="1" stop-color="hsl(${(colour + 90) % 360} 80% 75%)" stop-opacity="0"/></radialGradient>`;
  canvas.draw(`<defs>${place('haze0', hue)}${place('haze1', hue + 140)}</defs>`);
  for (const at of [0, 1]) {
    const [x, y] = [canvas.width * random.between(0.15, 0.85), canvas.height * random.between(0.2, 0.8)];
    const radius = canvas.height * random.between(0.18, 0.34);
    canvas.draw(
      `<circle cx="${x.toFixed(0)}" cy="${y.toFixed(0)}" r="${radius.toFixed(0)}" fill="url(#haze${at})"/>`,
    );
  }
}

/** A smart card's contacts. */
export function drawChip(canvas: Canvas, x: number, y: number, size = 120): void {
  const [width, height] = [size, size * 0.82];
  canvas.reserved.push({ left: x, top: y, right: x + width, bottom: y + height });
  const line = (x1: number, y1: number, x2: number, y2: number) =>
    `<line x1="${x + x1 * width}" y1="${y + y1 * height}" x2="${x + x2 * width}" y2="${y + y2 * height}"/>`;
  canvas.draw(
    `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="12" fill="#d9b65a" stroke="#8d6f26"/>` +
      `<g stroke="#8d6f26" stroke-width="2">${line(0, 0.33, 0.35, 0.33)}${line(0, 0.66, 0.35, 0.66)}` +
      `${line(0.65, 0.33, 1, 0.33)}${line(0.65, 0.66, 1, 0.66)}${line(0.35, 0, 0.35, 1)}${line(0.65, 0, 0.65, 1)}</g>`,
  );
}

/** A fancy badge in place of an emblem: no state's arms are copied. */
export function drawBadge(canvas: Canvas, x: number, y: number, radius: number, fill: string): void {
  const spikes = Array.from({ length: 16 }, (_, at) => {
    const reach = at % 2 ? radius * 0.72 : radius;
    const angle = (at / 16) * 2 * Math.PI;
    return `${(x + reach * Math.cos(angle)).toFixed(1)},${(y + reach * Math.sin(angle)).toFixed(1)}`;
  });
  canvas.reserved.push({ left: x - radius, top: y - radius, right: x + radius, bottom: y + radius });
  canvas.draw(
    `<polygon points="${spikes.join(' ')}" fill="${fill}" fill-opacity="0.75"/>` +
      `<circle cx="${x}" cy="${y}" r="${radius * 0.45}" fill="#fff" fill-opacity="0.6"/>`,
  );
}
