import { css, type CSSResult } from 'lit';

/** For elements that show usage: allowances as meters, the graph, and usage that is set against nothing. */
export const usageStyles: CSSResult = css`
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    column-gap: 16px;
  }
  .meter {
    display: flex;
    gap: 2px;
    block-size: 8px;
    margin-block: 8px 4px;
    border-radius: 4px;
    background: var(--_neutral-tint);
    overflow: hidden;
  }
  .used {
    background: var(--_accent);
  }
  .beyond {
    background: repeating-linear-gradient(135deg, var(--_warning) 0 3px, var(--_warning-tint) 3px 6px);
  }
  .over {
    color: var(--_warning);
    font-weight: 500;
  }
  .graph {
    display: block;
    margin-block-start: 16px;
  }
  .graph-space {
    display: block;
    inline-size: 100%;
    block-size: calc(clamp(240px, 42cqi, 296px) + 32px);
    margin-block-start: 16px;
  }
  .graph-space::after {
    inset: 0;
  }
  .others {
    margin-block-start: 16px;
  }
  .others > div {
    display: flex;
    align-items: baseline;
    justify-content: space-between;
    gap: 16px;
    padding-block: 8px;
    border-block-start: 1px solid var(--_border);
  }
  .others dd {
    white-space: nowrap;
  }
  @container (inline-size < 400px) {
    .others dt .small {
      display: block;
    }
  }
  @media (forced-colors: active) {
    .meter {
      border: 1px solid;
    }
    .used {
      background: Highlight;
      forced-color-adjust: none;
    }
    .beyond {
      background: repeating-linear-gradient(135deg, CanvasText 0 3px, Canvas 3px 6px);
      forced-color-adjust: none;
    }
  }
`;
