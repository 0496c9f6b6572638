import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import type { BillingError, Resource } from '../api/index.js';
import type { FailureKey } from '../locale/errors.js';
import { Permissions } from '../store/permissions.js';
import type { ReadState } from '../store/query.js';
import type { BillingStore } from '../store/store.js';
import { BillingElement } from './billing-element.js';
import { isPending, outcome } from './notices.js';

/** A read that can be asked for again. */
export interface Retryable {
  readonly state: ReadState<unknown>;
  retry(): void;
}

/** What stands in the frame of a resource. */
export interface Frame {
  readonly title: string;
  /** What couldn't be read, for the case that it couldn't. */
  readonly failed: FailureKey;
  /** Beside the heading. */
  readonly head?: unknown;
  /** Between the heading and what became of the read. */
  readonly note?: unknown;
  /** What became of the read, where that takes words of its own. */
  readonly outcome?: unknown;
  /** Whether anything within is under way; without it, whether the read is. */
  readonly busy?: boolean;
  readonly content: unknown;
}

/** An element that shows one resource: its heading, what became of reading it, and what the user may do with it. */
export abstract class ResourceElement<T> extends BillingElement {
  @state() private retried = false;
  #from: BillingStore | undefined;

  /** What the user may do. @internal */
  protected readonly may: Permissions = new Permissions(this, () => this.store);

  /** Whose rights count. @internal */
  protected abstract readonly resource: Resource;

  /** The read that is shown, as the user may see it. @internal */
  protected abstract get shown(): ReadState<T>;

  /** All reads that it is made of. @internal */
  protected abstract get reads(): readonly Retryable[];

  /** Whether there is nothing in it. @internal */
  protected abstract isEmpty(data: T): boolean;

  /** Known, and not to be changed. @internal */
  protected get isReadOnly(): boolean {
    const { isKnown, read, write } = this.may.of(this.resource);
    return isKnown && read && !write;
  }

  /** What else has failed, for the host to hear of. @internal */
  protected get otherError(): BillingError | undefined {
    return undefined;
  }

  protected override willUpdate(): void {
    if (this.store !== this.#from) this.forget();
    this.#from = this.store;
  }

  /** Another account is shown: what the user has begun with the one before ends. @internal */
  protected forget(): void {}

  // Only after the update do the reads know what is wanted now.
  protected override updated(): void {
    const { status, data, stale, error } = this.shown;
    this.setStates({
      loading: isPending(this.shown),
      failed: status === 'failed',
      unsupported: status === 'unsupported',
      empty: data !== undefined && this.isEmpty(data),
      stale,
      'read-only': this.isReadOnly,
    });
    this.report(error ?? this.otherError);
  }

  /** The section around everything; nothing where the back end can't serve it. @internal */
  protected frame({ title, failed, head, note, outcome: own, busy, content }: Frame): TemplateResult | typeof nothing {
    const { shown } = this;
    if (shown.status === 'unsupported') return nothing;
    const said = this.retried && shown.status === 'ready' && !shown.stale ? this.text('common.loaded') : '';
    const heading = html`<h2 part="title" id="title" tabindex="-1">${title}</h2>`;
    return html`<section
      part="base"
      class="base"
      lang=${this.language}
      aria-labelledby="title"
      aria-busy=${(busy ?? isPending(shown)) ? 'true' : 'false'}
    >
      ${head === undefined ? heading : html`<div class="head">${heading} ${head}</div>`} ${note}
      ${own ?? outcome(this.language, failed, shown, this.retry, said)} ${content}
    </section>`;
  }

  /** Why the user may look only; nothing where they may do more. @internal */
  protected renderReadOnly(): TemplateResult | typeof nothing {
    if (!this.isReadOnly) return nothing;
    const reason = this.may.of(this.resource).reason || this.text('common.read-only');
    return html`<p part="read-only" class="read-only muted small">${reason}</p>`;
  }

  /** Moves the focus to the heading, where what had it is gone. @internal */
  protected focusTitle(): void {
    this.renderRoot.querySelector('h2')?.focus();
  }

  /** Reads again what failed or is old. The button may be gone with the notice that it stands in. @internal */
  protected readonly retry = (): void => {
    this.retried = true;
    for (const read of [this.may, ...this.reads]) if (read.state.error || read.state.stale) read.retry();
    this.focusTitle();
  };
}
