/** Kept in the browser for this origin alone: who needs a voice needs it in the next verification too. */
const storageKey = 'selfsame-voice';

export function isVoiceWanted(): boolean {
  try {
    return localStorage.getItem(storageKey) === 'on';
  } catch {
    // Storage is blocked: the switch is then off at each start.
    return false;
  }
}

export function wantVoice(isOn: boolean): void {
  try {
    if (isOn) localStorage.setItem(storageKey, 'on');
    else localStorage.removeItem(storageKey);
  } catch {
    // See `isVoiceWanted`.
  }
}
