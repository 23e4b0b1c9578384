/** What stands behind a virtual camera, as far as its name tells. */
export type VirtualCameraKind =
  /** Plays whatever it is given: files, windows, other programs' pictures. */
  | 'player'
  /** Changes the picture of a real camera: backgrounds, masks, beauty. */
  | 'effects'
  /** Brings a phone's or a distant camera to this machine; honest people use these. */
  | 'bridge'
  /** A browser's own test picture. */
  | 'test';

export type VirtualCameraName = {
  readonly pattern: RegExp;
  readonly kind: VirtualCameraKind;
  /** Who gives a camera this name. */
  readonly source: string;
};

/**
 * Names that virtual cameras give themselves in `MediaStreamTrack.label`, the most telling first. Whoever means it renames
 * the camera (the Linux driver takes any name, and a tool for Windows exists), so a name that is not here says nothing.
 */
export const virtualCameraNames: readonly VirtualCameraName[] = [
  { pattern: /\bfake[_ ]?device/i, kind: 'test', source: 'Chromium, --use-fake-device-for-media-stream' },
  {
    pattern: /\bobs\b|obs-?camera|obs-?virtual/i,
    kind: 'player',
    source: 'OBS Studio: "OBS Virtual Camera"',
  },
  { pattern: /dummy video device/i, kind: 'player', source: 'v4l2loopback: its default card_label' },
  { pattern: /v4l2 ?loopback|loopback/i, kind: 'player', source: 'v4l2loopback, as its guides name it' },
  { pattern: /akvcam|webcamoid/i, kind: 'player', source: 'Webcamoid and its driver akvcam' },
  { pattern: /manycam/i, kind: 'player', source: 'ManyCam: "ManyCam Virtual Webcam"' },
  { pattern: /splitcam/i, kind: 'player', source: 'SplitCam: "SplitCam Video Driver"' },
  { pattern: /camtwist/i, kind: 'player', source: 'CamTwist' },
  { pattern: /e2esoft|\bvcam\b/i, kind: 'player', source: 'e2eSoft VCam; XSplit VCam' },
  { pattern: /xsplit/i, kind: 'player', source: 'XSplit Broadcaster: "XSplitBroadcaster"' },
  { pattern: /webcammax/i, kind: 'player', source: 'WebcamMax' },
  { pattern: /\bspout ?cam/i, kind: 'player', source: 'SpoutCam' },
  { pattern: /unity video capture/i, kind: 'player', source: 'UnityCapture: "Unity Video Capture"' },
  { pattern: /\bndi\b/i, kind: 'player', source: 'NDI Tools: "NDI Webcam Video 1"' },
  { pattern: /vmix/i, kind: 'player', source: 'vMix: "vMix Video"' },
  {
    pattern: /streamlabs|wirecast|ecamm|restream/i,
    kind: 'player',
    source: 'Streaming studios of these names',
  },
  {
    pattern: /vtube ?studio|animaze|facerig/i,
    kind: 'effects',
    source: 'Drawn faces: VTube Studio, Animaze, FaceRig',
  },
  {
    pattern: /deep ?face ?(live|cam)|avatarify|swapface/i,
    kind: 'effects',
    source: 'Face swapping programs',
  },
  { pattern: /snap ?camera/i, kind: 'effects', source: 'Snap Camera' },
  { pattern: /mmhmm/i, kind: 'effects', source: 'mmhmm: "mmhmm Camera"' },
  { pattern: /chromacam|youcam/i, kind: 'effects', source: 'Personify ChromaCam; CyberLink YouCam' },
  { pattern: /nvidia broadcast/i, kind: 'effects', source: 'NVIDIA Broadcast: "Camera (NVIDIA Broadcast)"' },
  { pattern: /zoom ?virtual/i, kind: 'effects', source: 'Zoom' },
  { pattern: /droidcam/i, kind: 'bridge', source: 'DroidCam: "DroidCam Source 3"' },
  { pattern: /iriun/i, kind: 'bridge', source: 'Iriun Webcam' },
  { pattern: /epoc ?cam/i, kind: 'bridge', source: 'EpocCam' },
  { pattern: /ivcam/i, kind: 'bridge', source: 'e2eSoft iVCam' },
  { pattern: /\bcamo\b/i, kind: 'bridge', source: 'Reincubate Camo' },
  { pattern: /imaging ?edge|eos webcam|webcam utility/i, kind: 'bridge', source: 'Makers of photo cameras' },
  { pattern: /virtual/i, kind: 'player', source: 'Any other that calls itself virtual' },
];
