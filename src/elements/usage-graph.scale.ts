import { addDays, daysBetween, type Period, type PlainDate } from '../rating/index.js';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

/** Where a day and a quantity are drawn. `x` counts from the inline start: a right-to-left graph is mirrored when drawn. */
export interface Scale {
  readonly plot: Box;
  /** The width that a day takes. */
  readonly slot: number;
  /** The middle of a day. */
  readonly x: (date: PlainDate) => number;
  readonly y: (quantity: string) => number;
  /** The day that a point lies in; the nearest one for a point beside the plot. */
  readonly dayAt: (x: number) => PlainDate;
}

export function scaleOf(plot: Box, period: Period, top: number): Scale {
  const days = Math.max(daysBetween(period.start, period.end), 1);
  const slot = plot.width / days;
  const dayIndexAt = (x: number): number => Math.min(Math.max(Math.floor((x - plot.x) / slot), 0), days - 1);
  return {
    plot,
    slot,
    x: (date) => plot.x + (daysBetween(period.start, date) + 0.5) * slot,
    y: (quantity) => plot.y + plot.height * (1 - pixelValue(quantity) / top),
    dayAt: (x) => addDays(period.start, dayIndexAt(x)),
  };
}

/**
 * An exact quantity as a number, for nothing but the place of a mark: a pixel is coarser than what this loses. What is
 * written beside the mark comes from the quantity itself.
 */
export function pixelValue(quantity: string): number {
  const [top, bottom = '1'] = quantity.split('/');
  return Number(top) / Number(bottom);
}

/** The highest value of the axis: a little above all that is drawn. */
export const topOf = (quantities: readonly string[]): number => Math.max(...quantities.map(pixelValue), 0) * 1.05 || 1;

/** Two to four round values from 0 up, 1, 2 or 5 times a power of ten apart, as decimal strings. */
export function ticksOf(top: number): string[] {
  const power = Math.max(Math.floor(Math.log10(top / 2)), 0);
  const unit = 10 ** power;
  const step = [1, 2, 5, 10].map((factor) => factor * unit).find((size) => top / size < 4) ?? 10 * unit;
  return Array.from({ length: Math.floor(top / step) + 1 }, (_, index) => String(index * step));
}
