import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** What comes in sooner after something was said is said together: a busy line must not talk all day. */
const PACE_MS = 10_000;

/** Says how far usage has come when it moves, and only then. */
export class UsageNews implements ReactiveController {
  readonly #say: (words: string) => void;
  #about: unknown;
  #said: string | undefined;
  #latest: string | undefined;
  #pace: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost, say: (words: string) => void) {
    this.#say = say;
    host.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.#pace);
    this.#pace = undefined;
  }

  /** `about` tells one subject from another: the first words of each are what is seen already, and aren't said. */
  note(about: unknown, words: string | undefined): void {
    this.#latest = words;
    if (about !== this.#about) {
      this.#about = about;
      this.#said = words;
    }
    if (this.#pace === undefined) this.#pass();
  }

  #pass(): void {
    this.#pace = undefined;
    if (this.#latest === undefined || this.#latest === this.#said) return;
    this.#said = this.#latest;
    this.#say(this.#latest);
    this.#pace = setTimeout(() => this.#pass(), PACE_MS);
  }
}
