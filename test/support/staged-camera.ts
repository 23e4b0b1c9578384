/**
 * SIMULATED: runs in the page before its program, and puts a drawn picture in the camera's place. `face` is a skin-coloured
 * oval with features, which the page's hints take for a good start; `wall` is one where they find nobody.
 */
export function stagedCamera(subject: 'face' | 'wall'): string {
  return `{
    const picture = document.createElement('canvas');
    picture.width = 480;
    picture.height = 640;
    const context = picture.getContext('2d');
    const ellipse = (color, x, y, rx, ry) => {
      context.fillStyle = color;
      context.beginPath();
      context.ellipse(x, y, rx, ry, 0, 0, 2 * Math.PI);
      context.fill();
    };
    const draw = () => {
      context.fillStyle = '#5a6f7f';
      context.fillRect(0, 0, 480, 640);
      if (${subject === 'face'}) {
        ellipse('#d9a58a', 240, 294, 170, 225);
        for (const x of [180, 300]) ellipse('#2a1a14', x, 240, 30, 16);
        ellipse('#7a2f2f', 240, 400, 60, 18);
      }
      requestAnimationFrame(draw);
    };
    draw();
    navigator.mediaDevices.getUserMedia = async () => picture.captureStream(30);
    navigator.mediaDevices.enumerateDevices = async () => [{ kind: 'videoinput', label: '', deviceId: '' }];
  }`;
}

/** SIMULATED: a card in a few strokes, as SVG, for where the page shows the photo that was sent. */
export const stagedCard =
  '<svg xmlns="http://www.w3.org/2000/svg" width="856" height="540"><rect width="856" height="540" fill="#c9d8e4"/>' +
  '<ellipse cx="690" cy="270" rx="90" ry="120" fill="#b98d76"/><path d="M60 90h320M60 200h480M60 270h400M60 340h440" ' +
  'stroke="#33475b" stroke-width="24"/></svg>';

/**
 * The page's clock stands still after a while, so that a screen stays as it is however long somebody looks: late enough
 * for the first hint, too early for the offer to start by hand (`manualAfterMs`).
 */
export const stoppedClock = `{
  const now = performance.now.bind(performance);
  performance.now = () => Math.min(now(), 4000);
}`;

/** SIMULATED: a rule's picture, wide as they are. */
export const stagedLogo = {
  url:
    'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" width="800" height="120">' +
    '<path d="M60 0L120 120H0zM160 40H760V80H160z" fill="teal"/></svg>',
  alt: 'The Shop',
  width: 800,
  height: 120,
};
