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
