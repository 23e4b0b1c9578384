import type { Reason } from '../verify/judgement.ts';

/**
 * `LivenessInfoTag` of the web flow (wire specification §4.6, left column: the app's numbers mean other things). The values of
 * the list that this judge can tell. It cannot tell 01 eyes closed throughout, 06 watermark, 11 adversarial sample,
 * 12 and 13 attack traces near mouth and eyes, and never gives them.
 */
const tags = {
  actionNotCompleted: '02',
  rephotographed: '03',
  synthesised: '04',
  fraudTemplate: '05',
  reflectionFailed: '07',
  personChanged: '08',
  poorFaceQuality: '09',
  wrongDistance: '10',
  covered: '14',
} as const;

type Tag = (typeof tags)[keyof typeof tags];

/** Which reasons earn which tag; the first pattern that fits. A prepared recording that answers something else is a template. */
const patterns: readonly (readonly [RegExp, Tag])[] = [
  [/^(life\.still|actions\.flat-turn|screen\.|passive\.)/, tags.rephotographed],
  [/^(actions\.other-challenge|light\.other-colors|timing\.|replay\.)/, tags.fraudTemplate],
  [/^injection\./, tags.synthesised],
  [/^actions\./, tags.actionNotCompleted],
  [/^(light\.(dark|bright|burnt-out))$/, tags.poorFaceQuality],
  [/^light\./, tags.reflectionFailed],
  [/^persons\.changed$/, tags.personChanged],
  [/^face\.small$/, tags.wrongDistance],
  [/^face\.(eyes|mouth)-covered$/, tags.covered],
];

/**
 * The tags of one attempt, each once, in rising order: from the reasons that refused it, as its judgement was stored. Notes earn
 * none, so an attempt that passed has none. `judgement`: the stored JSON; null before and without one.
 */
export function infoTagsOf(judgement: string | null): readonly Tag[] {
  const { reasons = [] } = JSON.parse(judgement ?? '{}') as { readonly reasons?: readonly Reason[] };
  const earned = reasons
    .filter(({ refuses }) => refuses)
    .flatMap(({ id }) => patterns.find(([pattern]) => pattern.test(id))?.[1] ?? []);
  return [...new Set(earned)].sort();
}
