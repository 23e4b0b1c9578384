import { useEffect, useState } from 'preact/hooks';

/** Light modules around the code that scanners need (ISO/IEC 18004 asks for four). */
const quietModules = 4;

type Drawing = { readonly size: number; readonly path: string };

/** The dark modules as one path of unit squares. */
export function drawModules(rows: readonly (readonly boolean[])[]): string {
  const squares = rows.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')));
  return squares.join('');
}

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
