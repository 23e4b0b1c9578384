/** Line icons of 24 units, drawn here: the policy allows no foreign host, and a font would cost more than all paths. */
const paths = {
  light:
    'M12 3v2M12 19v2M3 12h2M19 12h2M5.6 5.6 7 7M17 17l1.4 1.4M5.6 18.4 7 17M17 7l1.4-1.4M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8Z',
  face: 'M4 8V6a2 2 0 0 1 2-2h2M16 4h2a2 2 0 0 1 2 2v2M20 16v2a2 2 0 0 1-2 2h-2M8 20H6a2 2 0 0 1-2-2v-2M9 10v1M15 10v1M9 15c1.8 1.4 4.2 1.4 6 0',
  glare: 'M12 3.5v3M12 17.5v3M3.5 12h3M17.5 12h3M6 6l2 2M16 16l2 2M6 18l2-2M16 8l2-2M4 4l16 16',
  document:
    'M3 6h18v12H3zM7 11a1.8 1.8 0 1 0 3.6 0 1.8 1.8 0 0 0-3.6 0ZM6 15.5c.6-1.3 1.6-1.9 2.8-1.9s2.2.6 2.8 1.9M14.5 10.5h4M14.5 14h3',
  picture: 'M4 5h16v14H4zM4 16l4.5-4.5 4 4 2.5-2.5 5 5M15.5 9.5h.01',
  alone: 'M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8ZM5 20c.6-3.4 3.4-5 7-5s6.4 1.6 7 5',
  done: 'M5 12.5 10 17.5 19 7.5',
  warning: 'M12 4.5v9.5M12 18.7v.3',
  camera: 'M4 7h11v10H4zM15 10.5 20 8v8l-5-2.5',
  turn: 'M4 11a8 8 0 0 1 14-4.5L20 9M20 4v5h-5M20 13a8 8 0 0 1-14 4.5L4 15M4 20v-5h5',
  link: 'M10 14a4 4 0 0 0 5.7 0l3-3a4 4 0 0 0-5.7-5.7l-1 1M14 10a4 4 0 0 0-5.7 0l-3 3a4 4 0 0 0 5.7 5.7l1-1',
  devices: 'M3 5h12v9H3zM1.5 17.5H11M14 9h7v11h-7z',
  door: 'M14 4H6v16h8M10 12h10M17 9l3 3-3 3',
  shield: 'M12 3.5 5 6v5.5c0 4.3 2.9 7.4 7 9 4.1-1.6 7-4.7 7-9V6ZM9 12l2.2 2.2L15.2 10',
  globe:
    'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17ZM3.5 12h17M12 3.5c5 4.8 5 12.2 0 17M12 3.5c-5 4.8-5 12.2 0 17',
  clock: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16ZM12 8v4.5l3 2',
} as const;

export type IconName = keyof typeof paths;

/** What points along the text is mirrored where the text runs the other way. */
const pointing: readonly IconName[] = ['door'];

/** Decoration only; the words beside it say the same. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg
      class={pointing.includes(name) ? 'icon pointing' : 'icon'}
      viewBox="0 0 24 24"
      aria-hidden="true"
      focusable="false"
    >
      <path d={paths[name]} />
    </svg>
  );
}
