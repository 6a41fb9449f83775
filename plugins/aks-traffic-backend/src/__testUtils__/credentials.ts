import { askForToken } from './askAzure';
import { RunningSimulator } from './runSimulator';

/** What credentials look like wherever they come from. */
export const shapes = {
  entraToken: /eyJ[\w-]{8,}\.eyJ[\w-]+/,
  bearer: /bearer\s+[\w.-]{8,}/i,
  privateKey:
    /PRIVATE KEY-----|LS0tLS1CRUdJTi[\w+/]*(UFJJVkFURSBLRVk|BSSVZBVEUgS0VZ|QUklWQVRFIEtFW)/,
};

/** A text as it is, as a part of addresses and forms, and as a part of whatever is written as base64. */
export function writtenForms(text: string): string[] {
  const bytes = Buffer.from(text);
  const inBase64 = [0, 1, 2].flatMap(before => {
    const written = (encoding: 'base64' | 'base64url') =>
      Buffer.concat([Buffer.alloc(before), bytes]).toString(encoding);
    // Characters at both ends tell of what stands beside it as well.
    return (['base64', 'base64url'] as const).map(encoding =>
      written(encoding)
        .slice([0, 2, 3][before])
        .replace(/=+$/, '')
        .slice(0, -1),
    );
  });
  return [
    ...new Set([
      text,
      encodeURIComponent(text),
      `${new URLSearchParams({ text })}`.slice('text='.length),
      ...inBase64,
    ]),
  ];
}

/** Everything by which a credential of a simulated estate, or of anybody else, would be found. */
export async function credentialsOf(
  simulator: RunningSimulator,
): Promise<(string | RegExp)[]> {
  const { identities, clusters } = simulator;
  // All tokens of Entra ID begin in the same way, with the name of the key that signed them.
  const [head] = (await askForToken(simulator)).split('.');
  const planted = [
    head,
    ...identities.flatMap(({ clientSecret }) => clientSecret ?? []),
    ...clusters.flatMap(({ serviceAccountToken }) => serviceAccountToken ?? []),
  ];
  return [...Object.values(shapes), ...planted.flatMap(writtenForms)];
}
