import { bringPart } from './bring-part.ts';

/** A part of the program that only some verifications or devices need. */
export type PartLoader<Part> = {
  /** Null until it is here. */
  part(): Part | null;
  /** Asks for it; asking again does nothing. */
  load(): void;
};

/** `onLoaded` is called once it is here. */
export function createPartLoader<Part>(bring: () => Promise<Part>, onLoaded: () => void): PartLoader<Part> {
  let part: Part | null = null;
  let isAsked = false;
  return {
    part: () => part,
    load() {
      if (isAsked) return;
      isAsked = true;
      void bringPart(bring).then((brought) => {
        part = brought;
        onLoaded();
      });
    },
  };
}
