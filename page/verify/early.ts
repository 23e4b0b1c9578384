import { type Api, createApi } from './api.ts';
import { bringPart } from './bring-part.ts';
import { rememberedLanguage, spokenLanguage } from './chosen-language.ts';
import { partsOf } from './needed-parts.ts';
import { claimTabId } from './tab.ts';
import { loadWords } from './words.ts';

type View = ReturnType<Api['view']>;

/** Hands the answer that is already on its way to whoever asks first. */
function answeringFirst(api: Api, onItsWay: View): Api {
  let first: View | null = onItsWay;
  return {
    ...api,
    view() {
      const answer = first ?? api.view();
      first = null;
      return answer;
    },
  };
}

/** Brings the words that the first screen will need; should they not come, that screen asks for them again. */
async function bringWords(view: View, token: string): Promise<void> {
  const answer = await view;
  if (!answer.ok) return;
  const spoken = spokenLanguage({ language: rememberedLanguage(token), view: answer.value });
  await loadWords(spoken, partsOf(answer.value, false)).catch(() => {});
}

/**
 * The small program that the page begins with: it asks the server how things stand, and for the words to say it in, while
 * the rest of the program is still on its way. Over a slow line that saves two round trips (docs/bench.md).
 */
async function begin(link: URLSearchParams): Promise<void> {
  const program = bringPart(() => import('./main.tsx'));
  const token = link.get('token') ?? '';
  const tabId = await claimTabId();
  const plain = createApi(token, tabId);
  const view = token ? plain.view() : null;
  if (view) void bringWords(view, token);
  const { boot } = await program;
  boot({ link, token, tabId, api: view ? answeringFirst(plain, view) : plain });
}

void begin(new URLSearchParams(location.search));
