/** A histogram of seconds, for what takes between two of these times. The default of OpenTelemetry is for milliseconds. */
export function inSeconds(...boundaries: number[]) {
  return { unit: 's', advice: { explicitBucketBoundaries: boundaries } };
}
