/**
 * How long a recording is that answers no challenge (level 1), unless the operator says otherwise; the attack lab records as long. Of 50 stretches
 * of films of two people whom no threshold of ours but those of `life.eyes…` was set on, each begun at the same moment, 9 were taken for stills
 * at 4 s, 5 at 5 s, 5 at 6 s and 3 at 7 s (2026-11-28): who sits still blinks, speaks or looks aside within it, or does not. A slow line of
 * 400 kbit/s carries 5 s in 12.
 */
export const usualSilentMs = 5000;
