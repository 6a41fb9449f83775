const name = /^[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$/;
const prefix =
  /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;

/** Whether Kubernetes accepts the text as the key of a label: a name, optionally below a DNS subdomain. */
export function isLabelKey(text: string): boolean {
  const parts = text.split('/');
  if (parts.length === 1) {
    return name.test(text);
  }
  const [domain, local] = parts;
  return (
    parts.length === 2 &&
    domain.length <= 253 &&
    prefix.test(domain) &&
    name.test(local)
  );
}

/** Whether Kubernetes accepts the text as the value of a label; the empty text is one. */
export function isLabelValue(text: string): boolean {
  return text === '' || name.test(text);
}
