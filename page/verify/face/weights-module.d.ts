/** The address of the detector's weights, which `scripts/build-page.ts` makes from the server's own model. */
declare module 'virtual:detector-weights' {
  const url: string;
  export default url;
}
