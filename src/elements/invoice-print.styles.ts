/**
 * The styles of a printed invoice. The page's size is the printer's, A4 or Letter. Page numbers stand where the browser
 * has margin boxes.
 */
export const printStyles = `
  @page {
    margin: 18mm 16mm 20mm;
    @bottom-right {
      font: 9pt system-ui, sans-serif;
      content: counter(page) " / " counter(pages);
    }
  }
  * {
    box-sizing: border-box;
    margin: 0;
    padding: 0;
  }
  html {
    background: #fff;
    color: #000;
    font: 10pt/1.45 system-ui, sans-serif;
    overflow-wrap: break-word;
  }
  :is(h1, h2, p, td, th, dd, dt, bdi) {
    unicode-bidi: plaintext;
  }
  h1 {
    margin-block-end: 6mm;
    font-size: 18pt;
    line-height: 1.2;
  }
  h2 {
    margin-block: 6mm 1mm;
    font-size: 11pt;
    break-after: avoid;
  }
  .head {
    display: grid;
    grid-template-columns: 1fr 1fr 1fr;
    gap: 8mm;
  }
  .head h2 {
    margin-block-start: 0;
  }
  :is(h2.label, dt) {
    color: #444;
    font-size: 9pt;
    font-weight: 400;
  }
  dl {
    display: grid;
    grid-template-columns: auto 1fr;
    column-gap: 4mm;
    align-content: start;
    align-items: baseline;
  }
  .strong {
    font-weight: 600;
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
    font-variant-numeric: tabular-nums;
  }
  thead {
    display: table-header-group;
  }
  tr {
    break-inside: avoid;
  }
  :is(td, th) {
    padding: 1.5mm 2mm 1.5mm 0;
    border-block-end: 0.2mm solid #bbb;
    text-align: start;
    vertical-align: baseline;
    font-weight: 400;
  }
  thead th {
    border-block-end-color: #000;
    font-size: 9pt;
  }
  :is(.amount, .price) {
    padding-inline-end: 0;
    text-align: end;
    white-space: nowrap;
  }
  .price {
    padding-inline-end: 4mm;
  }
  tr.total {
    break-before: avoid;
  }
  tr.total :is(td, th) {
    border-block-end: 0;
    font-weight: 600;
  }
  .totals {
    inline-size: fit-content;
    min-inline-size: 70mm;
    margin-block-start: 6mm;
    margin-inline-start: auto;
    break-inside: avoid;
  }
  .totals tr:last-child :is(td, th) {
    border-block-end: 0;
    font-size: 12pt;
    font-weight: 600;
  }
`;
