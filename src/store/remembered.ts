/** What was made last, for as long as nothing has changed of what it was made from. */
export class Remembered<T> {
  #last: { readonly from: readonly unknown[]; readonly made: T } | undefined;

  /** What `make` gives; it is asked again only when one of `from` is another one than before. */
  of(from: readonly unknown[], make: () => T): T {
    if (!this.#last || this.#last.from.some((each, index) => each !== from[index])) this.#last = { from, made: make() };
    return this.#last.made;
  }
}
