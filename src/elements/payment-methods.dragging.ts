import type { LitElement, ReactiveController } from 'lit';

/** What is dragged, and to which place among the back-ups. */
export interface Drag {
  readonly id: string;
  readonly place: number;
}

/** Drags a back-up to another place. Only by pointer: for keys there are buttons that do the same. */
export class Dragging implements ReactiveController {
  readonly #host: LitElement;
  readonly #drop: (drag: Drag) => void;
  #drag: Drag | undefined;

  constructor(host: LitElement, drop: (drag: Drag) => void) {
    this.#host = host;
    this.#drop = drop;
    host.addController(this);
  }

  get drag(): Drag | undefined {
    return this.#drag;
  }

  hostDisconnected(): void {
    this.#drag = undefined;
  }

  start(event: PointerEvent, drag: Drag): void {
    if (event.button !== 0) return;
    event.preventDefault();
    (event.currentTarget as Element).setPointerCapture(event.pointerId);
    this.#set(drag);
  }

  readonly move = (event: PointerEvent): void => {
    if (!this.#drag) return;
    const rows = [...this.#host.renderRoot.querySelectorAll('.backup')];
    const others = rows.filter((row) => row.id !== `method-${this.#drag?.id}`);
    const place = others.filter((row) => middleOf(row) < event.clientY).length;
    this.#set({ ...this.#drag, place });
  };

  readonly end = (): void => {
    const drag = this.#drag;
    this.#set(undefined);
    if (drag) this.#drop(drag);
  };

  /** The browser, or Escape, has taken the pointer away. */
  readonly cancel = (): void => this.#set(undefined);

  #set(drag: Drag | undefined): void {
    this.#drag = drag;
    this.#host.requestUpdate();
  }
}

function middleOf(row: Element): number {
  const { top, bottom } = row.getBoundingClientRect();
  return (top + bottom) / 2;
}
