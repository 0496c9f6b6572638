/** The part of Trusted Types that this page needs; TypeScript's DOM doesn't know them yet. */
interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL: (url: string) => string }): unknown;
}

/** Under Trusted Types a worker's address needs the page's word: that of the mock is the only one. */
export function allowWorker(): void {
  const { trustedTypes } = window as { trustedTypes?: TrustedTypes };
  trustedTypes?.createPolicy('default', {
    createScriptURL: (url) => {
      if (url === '/mockServiceWorker.js') return url;
      throw new TypeError(`${url} is no script of this page`);
    },
  });
}
