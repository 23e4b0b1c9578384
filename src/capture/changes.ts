import { EventEmitter } from 'node:events';

/** Tells open pages of a verification that something about it changed. Carries no content: whoever hears looks. */
export type Changes = {
  announce(verificationId: string): void;
  /** Calls `listener` at each change; returns how to stop. */
  listen(verificationId: string, listener: () => void): () => void;
  /** How many pages follow a verification. */
  listeners(verificationId: string): number;
};

export function createChanges(): Changes {
  const emitter = new EventEmitter().setMaxListeners(0);
  return {
    announce: (verificationId) => void emitter.emit(verificationId),
    listen(verificationId, listener) {
      emitter.on(verificationId, listener);
      return () => void emitter.off(verificationId, listener);
    },
    listeners: (verificationId) => emitter.listenerCount(verificationId),
  };
}
