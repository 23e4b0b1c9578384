/** Members of the Media Capture Image specification, which TypeScript's own list does not have. */
type TorchCapabilities = MediaTrackCapabilities & { readonly torch?: boolean };

/** Whether the camera's lamp can be switched; known only while the camera runs. */
export function hasTorch(track: MediaStreamTrack): boolean {
  const { torch = false } = (track.getCapabilities?.() ?? {}) as TorchCapabilities;
  return torch;
}

/** Switches the lamp; false where it stayed as it was. */
export function switchTorch(track: MediaStreamTrack, isOn: boolean): Promise<boolean> {
  const advanced = [{ torch: isOn }] as unknown as MediaTrackConstraintSet[];
  return track.applyConstraints({ advanced }).then(
    () => true,
    () => false,
  );
}
