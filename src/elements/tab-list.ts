import { html, type TemplateResult } from 'lit';

/** One tab of a list. */
export interface Tab {
  readonly name: string;
  readonly label: string;
}

/** A list of tabs, one of which is chosen. */
export interface TabList {
  readonly label: string;
  readonly tabs: readonly Tab[];
  readonly current: string;
  readonly vertical: boolean;
  readonly choose: (name: string) => void;
}

/**
 * Tabs by the pattern of the ARIA authoring practices: one stop of the Tab key, arrows, Home and End move and choose. The
 * panel of a tab has the id `panel-<name>`.
 */
export function tabList({ label, tabs, current, vertical, choose }: TabList): TemplateResult {
  const move = (event: KeyboardEvent): void => {
    const target = event.target as HTMLElement;
    const to = targetOf(
      event.key,
      tabs.findIndex(({ name }) => name === current),
      tabs.length,
      target,
      vertical,
    );
    const tab = to === undefined ? undefined : tabs[to];
    if (!tab) return;
    event.preventDefault();
    choose(tab.name);
    target.parentElement?.querySelector<HTMLElement>(`#tab-${tab.name}`)?.focus();
  };
  return html`<div
    part="tabs"
    class="tabs"
    role="tablist"
    aria-label=${label}
    aria-orientation=${vertical ? 'vertical' : 'horizontal'}
    @keydown=${move}
  >
    ${tabs.map(({ name, label: text }) => {
      const isCurrent = name === current;
      return html`<button
        part="tab ${isCurrent ? 'tab-current' : ''}"
        class="tab"
        id="tab-${name}"
        type="button"
        role="tab"
        aria-selected=${isCurrent ? 'true' : 'false'}
        aria-controls="panel-${name}"
        tabindex=${isCurrent ? 0 : -1}
        @click=${() => choose(name)}
      >
        ${text}
      </button>`;
    })}
  </div>`;
}

/** Brings the chosen tab into sight where not all of them have room; the page itself stays where it is. */
export function revealTab(list: Element): void {
  const tab = list.querySelector('[aria-selected="true"]');
  if (!tab) return;
  const [room, own] = [list.getBoundingClientRect(), tab.getBoundingClientRect()];
  if (own.left >= room.left && own.right <= room.right) return;
  list.scrollLeft += own.left + own.width / 2 - (room.left + room.width / 2);
}

/** Which tab a key leads to; none for a key that means nothing here. In a column there may be two side by side. */
function targetOf(key: string, index: number, count: number, list: HTMLElement, vertical: boolean): number | undefined {
  const [before, after] = list.matches(':dir(rtl)') ? ['ArrowRight', 'ArrowLeft'] : ['ArrowLeft', 'ArrowRight'];
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  if (key === after || (vertical && key === 'ArrowDown')) return (index + 1) % count;
  if (key === before || (vertical && key === 'ArrowUp')) return (index - 1 + count) % count;
  return undefined;
}
