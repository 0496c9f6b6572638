import type { AlertChoices, AlertKind, AlertThreshold, Channel, Instant } from '../api/index.js';

/** What is done to the choices, applied to how they stand by then. */
export type AlertEdit = (choices: AlertChoices) => AlertChoices;

/** The channels by which a kind of alert is sent. */
export const channelsOf = ({ choices }: AlertChoices, kind: AlertKind): readonly Channel[] =>
  choices.find((each) => each.kind === kind)?.channels ?? [];

/** With one box ticked or cleared. */
export const withChannel =
  (kind: AlertKind, channel: Channel, on: boolean): AlertEdit =>
  (before) => {
    const others = channelsOf(before, kind).filter((each) => each !== channel);
    const own = { kind, channels: on ? [...others, channel] : others };
    const isNew = !before.choices.some((each) => each.kind === kind);
    const kept = before.choices.map((each) => (each.kind === kind ? own : each));
    return { ...before, choices: isNew ? [...kept, own] : kept };
  };

/** With all alerts on, or off and what was chosen kept. */
export const withEnabled =
  (enabled: boolean): AlertEdit =>
  (before) => ({ ...before, enabled });

/** Asleep until a moment, or awake. */
export const withSnooze =
  (snoozedUntil: Instant | null): AlertEdit =>
  (before) => ({ ...before, snoozedUntil });

/** With a threshold that is new, or another than it was. */
export const withThreshold =
  (threshold: AlertThreshold): AlertEdit =>
  (before) => {
    const isNew = !before.thresholds.some(({ id }) => id === threshold.id);
    const kept = before.thresholds.map((each) => (each.id === threshold.id ? threshold : each));
    return { ...before, thresholds: isNew ? [...kept, threshold] : kept };
  };

/** Without a threshold. */
export const withoutThreshold =
  (id: string): AlertEdit =>
  (before) => ({ ...before, thresholds: before.thresholds.filter((each) => each.id !== id) });
