import { useEffect, useState } from 'preact/hooks';
import { drawModules } from '../qr-path.ts';

/** Light modules around the code that scanners need (ISO/IEC 18004 asks for four). */
const quietModules = 4;

type Drawing = { readonly size: number; readonly path: string };

/** The encoder is loaded only here: hardly anybody needs it. Where it does not come, the link is still there. */
async function draw(text: string): Promise<Drawing | null> {
  const encoder = await import('uqr').catch(() => null);
  if (!encoder) return null;
  const { data } = encoder.encode(text, { ecc: 'M', border: quietModules });
  return { size: data.length, path: drawModules(data) };
}

/** Black on white in the dark, too: many scanners read no inverted code. */
export function QrCode({ text }: { readonly text: string }) {
  const [drawing, setDrawing] = useState<Drawing | null>(null);
  useEffect(() => {
    void draw(text).then(setDrawing);
  }, [text]);
  return (
    <div class="code" data-test="handover-code">
      {drawing && (
        <svg
          viewBox={`0 0 ${drawing.size} ${drawing.size}`}
          shape-rendering="crispEdges"
          aria-hidden="true"
          focusable="false"
        >
          <path d={drawing.path} />
        </svg>
      )}
    </div>
  );
}
