import { css, type CSSResult } from 'lit';

/** The next invoice comes first, also for those who listen or use the keyboard; where there is room, it stands at the end. */
export const styles: CSSResult = css`
  .page {
    display: grid;
    gap: 32px;
  }
  @container (inline-size >= 840px) {
    .page {
      grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
      align-items: start;
      gap: 48px;
    }
    next-invoice {
      grid-column: 2;
      grid-row: 1;
    }
    billing-summary {
      grid-column: 1;
      grid-row: 1;
    }
  }
`;
