import { useState } from 'preact/hooks';
import type { ShownCard } from '../../../../src/capture/page-shapes.ts';
import { closeUpOf } from '../close-up.ts';
import type { Size } from '../shown-part.ts';

type CloseUpProps = Pick<ShownCard, 'corners'> & { readonly url: string; readonly alt: string };

/** Share of the screen's height that the picture takes at most: what was read is to be seen beside it. */
const highestShare = 0.28;

/** The photo as it was sent, of which only the card is shown: on a phone it would be too small to be compared. */
export function CloseUp({ url, corners, alt }: CloseUpProps) {
  const [picture, setPicture] = useState<Size>({ width: 0, height: 0 });
  const isLoaded = picture.width > 0;
  const { x, y, width, height } = isLoaded
    ? closeUpOf(picture, corners)
    : { x: 0, y: 0, width: 1.586, height: 1 };
  const percent = (share: number) => `${100 * share}%`;
  return (
    <div class="cut" style={{ width: `${(100 * highestShare * width) / height}vh` }}>
      <div style={{ paddingTop: percent(height / width) }} />
      <img
        data-test="card-picture"
        src={url}
        alt={alt}
        style={{
          width: percent(isLoaded ? picture.width / width : 1),
          left: percent(-x / width),
          top: percent(-y / height),
        }}
        onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) =>
          setPicture({ width: naturalWidth, height: naturalHeight })
        }
      />
    </div>
  );
}
