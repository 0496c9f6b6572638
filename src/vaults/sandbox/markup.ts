/** What is used of Trusted Types, which not every browser and no library of types knows. */
interface TrustedTypes {
  createPolicy(name: string, rules: { createHTML(input: string): string }): { createHTML(input: string): unknown };
}

/** The name for the `trusted-types` of a host's content security policy. */
const POLICY = 'billing-kit-sandbox';

let policy: { createHTML(input: string): unknown } | undefined;

/** Makes the one markup of the vault: a page with nothing but its script. */
export function fill(frame: HTMLIFrameElement, script: string): void {
  policy ??= trustedTypes()?.createPolicy(POLICY, { createHTML: pageOf }) ?? { createHTML: pageOf };
  frame.srcdoc = policy.createHTML(script) as string;
}

const trustedTypes = (): TrustedTypes | undefined => (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes;

function pageOf(script: string): string {
  const url = new URL(script, document.baseURI).href.replace(/[&"<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  return `<!doctype html><meta charset="utf-8"><title>&#8203;</title><script src="${url}"></script><body></body>`;
}
