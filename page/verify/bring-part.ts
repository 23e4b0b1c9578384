/** A program part that did not come is asked for again this often: without it there is nothing to be shown. */
const askAgainMs = 2_000;

/** Brings a part of the program, however often that takes. */
export async function bringPart<Part>(bring: () => Promise<Part>): Promise<Part> {
  for (;;) {
    const part = await bring().catch(() => null);
    if (part) return part;
    await new Promise((resolve) => setTimeout(resolve, askAgainMs));
  }
}
