import { useEffect, useRef, useState } from 'preact/hooks';
import { Icon } from '../verify/steps/icon.tsx';
import { type Photo, photoOfFile, photoOfVideo } from './photo.ts';

type Props = {
  readonly photo: Photo | null;
  readonly onPhoto: (photo: Photo | null) => void;
};

const troubles: Readonly<Record<string, string>> = {
  NotAllowedError: 'The camera is not allowed here. Allow it in the address bar, or pick a file.',
  NotFoundError: 'There is no camera. Pick a file instead.',
  NotReadableError: 'Another program uses the camera. Close it, or pick a file.',
};
const withoutCamera = 'This browser shows no camera to pages without HTTPS. Pick a file instead.';

async function openCamera(): Promise<MediaStream | string> {
  if (!navigator.mediaDevices?.getUserMedia) return withoutCamera;
  const video = { facingMode: 'user', width: { ideal: 960 }, height: { ideal: 1280 } };
  return navigator.mediaDevices
    .getUserMedia({ audio: false, video })
    .catch((error: DOMException) => troubles[error.name] ?? 'The camera does not open. Pick a file instead.');
}

function close(stream: MediaStream | null): void {
  for (const track of stream?.getTracks() ?? []) track.stop();
}

/** The live picture and the shutter; closes the camera when it goes. */
function Shutter({ onPhoto, onClose }: { onPhoto: (photo: Photo) => void; onClose: (why: string) => void }) {
  const video = useRef<HTMLVideoElement>(null);
  const [isLive, setLive] = useState(false);
  useEffect(() => {
    let stream: MediaStream | null = null;
    let isGone = false;
    openCamera().then((opened) => {
      if (typeof opened === 'string') {
        if (!isGone) onClose(opened);
        return;
      }
      stream = opened;
      if (isGone || !video.current) close(stream);
      else video.current.srcObject = opened;
    });
    return () => {
      isGone = true;
      close(stream);
    };
  }, []);
  const take = () => video.current && photoOfVideo(video.current).then(onPhoto);
  return (
    <>
      <div class="frame">
        <video ref={video} autoPlay playsInline muted onPlaying={() => setLive(true)} class="mirrored" />
      </div>
      <div class="row">
        <button type="button" class="main" data-test="shutter" disabled={!isLive} onClick={take}>
          Take the photo
        </button>
        <button type="button" class="quiet" onClick={() => onClose('')}>
          Back
        </button>
      </div>
    </>
  );
}

/** Takes or picks the photo that the person will be compared with. */
export function PhotoBox({ photo, onPhoto }: Props) {
  const [isOpen, setOpen] = useState(false);
  const [trouble, setTrouble] = useState('');
  const file = useRef<HTMLInputElement>(null);
  const picked = (event: Event) => {
    const [chosen] = (event.currentTarget as HTMLInputElement).files ?? [];
    setTrouble('');
    if (chosen) photoOfFile(chosen).then(onPhoto, () => setTrouble('This browser cannot read that picture.'));
  };
  const closed = (why: string) => {
    setOpen(false);
    setTrouble(why);
  };
  if (isOpen) {
    const taken = (made: Photo) => {
      setOpen(false);
      onPhoto(made);
    };
    return <Shutter onPhoto={taken} onClose={closed} />;
  }
  return (
    <>
      <div class={photo ? 'frame' : 'frame empty'}>
        {photo ? (
          <img src={photo.url} alt="What the person will be compared with" data-test="photo" />
        ) : (
          <Icon name="face" />
        )}
      </div>
      <div class="row">
        <button
          type="button"
          class={photo ? 'second' : 'main'}
          data-test="camera"
          onClick={() => setOpen(true)}
        >
          <Icon name="camera" /> {photo ? 'Take another' : 'Take a photo'}
        </button>
        <button type="button" class="second" onClick={() => file.current?.click()}>
          {photo ? 'Pick another' : 'Pick a file'}
        </button>
        <input ref={file} type="file" accept="image/*" hidden data-test="file" onChange={picked} />
      </div>
      {trouble && (
        <p class="trouble" role="alert">
          {trouble}
        </p>
      )}
    </>
  );
}
