/** Under which name a setup comes back from the bank's page. */
const OWN = 'billing-setup';

/** What providers add for themselves. All of it may have been tampered with, so that nothing but our id is looked at. */
const FOREIGN = ['setup_intent', 'setup_intent_client_secret', 'redirect_status'];

/** Where the bank's page shall send the user back to: here, with the setup's name. */
export function returnUrl(setup: string): string {
  const url = new URL(location.href);
  url.searchParams.set(OWN, setup);
  return url.href;
}

/** The setup that the user comes back with. It is taken out of the address, so that a reload doesn't bring it again. */
export function takeReturned(): string | undefined {
  const url = new URL(location.href);
  const setup = url.searchParams.get(OWN);
  if (setup === null) return undefined;
  for (const name of [OWN, ...FOREIGN]) url.searchParams.delete(name);
  history.replaceState(history.state, '', url);
  return setup;
}
