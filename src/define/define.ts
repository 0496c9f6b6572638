let warned = false;

/** Registers an element unless its tag is taken; if another copy of the kit has taken it, that one goes on to serve. */
export function define(tag: string, element: CustomElementConstructor): void {
  const taken = customElements.get(tag);
  if (!taken) customElements.define(tag, element);
  else if (taken !== element && !warned) {
    warned = true;
    console.warn(
      `billing-kit: <${tag}> is already defined, perhaps by another version of the kit. The first one stays.`,
    );
  }
}
