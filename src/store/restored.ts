/** Calls `act` when the browser shows the page again as it was left, from its back/forward cache, until that is stopped. */
export function onRestored(act: () => void): () => void {
  const shown = ({ persisted }: PageTransitionEvent): void => {
    if (persisted) act();
  };
  globalThis.addEventListener?.('pageshow', shown);
  return () => globalThis.removeEventListener?.('pageshow', shown);
}
