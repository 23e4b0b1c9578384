import type { PageView } from '../../src/capture/page-shapes.ts';
import type { Answer, Failure } from './api.ts';
import type { Session } from './session.ts';

/** One tap at a time; its answer or failure moves the flow. `onFailure`: what a refusal means, if more than its words. */
export async function oneTap(
  session: Session,
  work: () => Promise<Answer<PageView>>,
  onFailure: (failure: Failure) => void = session.fail,
): Promise<void> {
  if (session.read().isCalling) return;
  session.change({ isCalling: true });
  const answer = await work();
  session.change({ isCalling: false });
  if (answer.ok) session.see(answer.value);
  else onFailure(answer.failure);
}
