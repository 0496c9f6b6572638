interface Named {
  readonly name: string;
}

/** What the manifest says of an element. */
export interface Declaration extends Named {
  readonly tagName?: string;
  readonly cssParts?: readonly Named[];
  readonly cssProperties?: readonly Named[];
}

/** An element in the manifest, by its tag. */
export async function declarationOf(tag: string): Promise<Declaration | undefined> {
  const manifest = (await (await fetch('/custom-elements.json')).json()) as {
    modules: readonly { declarations: readonly Declaration[] }[];
  };
  return manifest.modules.flatMap(({ declarations }) => declarations).find(({ tagName }) => tagName === tag);
}

/** The names in a list of it, in order. */
export const namesIn = (list: readonly Named[] = []): string[] => list.map(({ name }) => name).sort();
