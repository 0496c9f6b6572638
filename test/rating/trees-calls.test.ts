import { expect, test } from 'vitest';
import { rateCalls, type CallTariff, type RatedCalls } from '../../src/rating/index.js';
import { drawn } from './drawn.js';

const tariff: CallTariff = {
  currency: 'USD',
  exponent: 2,
  rule: {
    free: { limit: 'up-to', seconds: '5' },
    durationRounding: { mode: 'half-up', scale: 0 },
    steps: { initialSeconds: '60', incrementSeconds: '6' },
    wrapUpSeconds: '15',
  },
  ratePerMinute: '1.29',
  rounding: { mode: 'half-up', at: 'line' },
};
const calls = [
  { clocks: { recording: '61.4', script: '62.5' } },
  { clocks: { recording: '20' }, kind: 'automated' },
  { clocks: { recording: '5' } },
  { clocks: { recording: '90' }, notBilled: 'robocall' },
];
const rated = (own: Partial<CallTariff>): RatedCalls =>
  rateCalls(calls, { ...tariff, kinds: { automated: '0.15' }, ...own });
const items = ({ lines }: RatedCalls): string =>
  lines.map(({ item, derivation }) => `\n      ${item}:${drawn(derivation, '\n        ')}`).join('');

test('a call bills its longest clock, rounded, in steps, with the time to wrap up', () => {
  expect(
    rated({})
      .calls.map(({ derivation }) => drawn(derivation))
      .join(''),
  ).toBe(`
      add 81 second billed
        add 66 second -
          input 60 second initial
          multiply 6 second -
            round 1 - steps | calls.steps up 0
              divide 0.5 - steps
                subtract 3 second -
                  round 63 second measured | calls.durationRounding half-up 0
                    max 62.5 second measured
                      input 61.4 second recording
                      input 62.5 second script
                  input 60 second initial
                input 6 second increment
            input 6 second increment
        input 15 second wrap-up
      add 75 second billed
        max 60 second -
          round 20 second recording | calls.durationRounding half-up 0
            input 20 second recording
          input 60 second initial
        input 15 second wrap-up
      input 0 second billed
      input 0 second billed`);
});

test('a call may have no initial part, and no wrap-up', () => {
  const rule = { steps: { initialSeconds: '0', incrementSeconds: '30' } };
  expect(
    drawn(
      rateCalls([{ clocks: { recording: '61' } }], { ...tariff, rule }).calls[0]?.derivation ?? rated({}).derivation,
    ),
  ).toBe(`
      multiply 90 second billed
        round 3 - steps | calls.steps up 0
          divide 61/30 - steps
            input 61 second recording
            input 30 second increment
        input 30 second increment`);
});

test('the lines are the base fee, the minutes over, each kind of minutes and the connections', () => {
  const own = rated({ baseFee: '50', includedMinutes: '1', overageRounding: 'up', connectionFee: '0.02' });
  expect(items(own)).toBe(`
      base:
        round 50 USD base-fee | rounding half-up 2
          input 50 USD base-fee
      minutes:
        round 1.29 USD minutes | rounding half-up 2
          multiply 1.29 USD minutes
            round 1 minute over | overageRounding up 0
              subtract 0.35 minute over
                divide 1.35 minute minutes
                  add 81 second billed
                    add 81 second billed
                      add 66 second -
                        input 60 second initial
                        multiply 6 second -
                          round 1 - steps | calls.steps up 0
                            divide 0.5 - steps
                              subtract 3 second -
                                round 63 second measured | calls.durationRounding half-up 0
                                  max 62.5 second measured
                                    input 61.4 second recording
                                    input 62.5 second script
                                input 60 second initial
                              input 6 second increment
                          input 6 second increment
                      input 15 second wrap-up
                  input 60 second/minute per-unit
                input 1 minute included
            input 1.29 USD/minute unit-price
      automated:
        round 0.19 USD automated | rounding half-up 2
          multiply 0.1875 USD automated
            divide 1.25 minute minutes
              add 75 second billed
                add 75 second billed
                  max 60 second -
                    round 20 second recording | calls.durationRounding half-up 0
                      input 20 second recording
                    input 60 second initial
                  input 15 second wrap-up
              input 60 second/minute per-unit
            input 0.15 USD/minute unit-price
      connection:
        round 0.04 USD connection | rounding half-up 2
          multiply 0.04 USD connection
            input 2 call billed-calls
            input 0.02 USD connection-fee`);
  expect(drawn(own.derivation)).toContain(
    '      round 51.52 USD total | rounding half-up 2\n        add 51.52 USD total',
  );
});

test('without included minutes all of them are over', () => {
  expect(items(rated({ rounding: { mode: 'down', at: 'charge' } }))).toBe(`
      minutes:
        multiply 1.7415 USD minutes
          divide 1.35 minute over
            add 81 second billed
              add 81 second billed
                add 66 second -
                  input 60 second initial
                  multiply 6 second -
                    round 1 - steps | calls.steps up 0
                      divide 0.5 - steps
                        subtract 3 second -
                          round 63 second measured | calls.durationRounding half-up 0
                            max 62.5 second measured
                              input 61.4 second recording
                              input 62.5 second script
                          input 60 second initial
                        input 6 second increment
                    input 6 second increment
                input 15 second wrap-up
            input 60 second/minute per-unit
          input 1.29 USD/minute unit-price
      automated:
        multiply 0.1875 USD automated
          divide 1.25 minute minutes
            add 75 second billed
              add 75 second billed
                max 60 second -
                  round 20 second recording | calls.durationRounding half-up 0
                    input 20 second recording
                  input 60 second initial
                input 15 second wrap-up
            input 60 second/minute per-unit
          input 0.15 USD/minute unit-price`);
});

test('calls that are rounded one by one are one line, and use the included minutes up in their order', () => {
  const own = rated({
    includedMinutes: '1',
    connectionFee: '0.02',
    perCallRounding: { mode: 'up', scale: 2 },
    rounding: { mode: 'half-up', at: 'charge' },
  });
  expect(own.lines.map(({ item, quantity, unitPrice }) => [item, quantity, unitPrice])).toEqual([
    ['calls', '2', undefined],
  ]);
  expect(items(own)).toBe(`
      calls:
        add 0.69 USD calls
          round 0.48 USD call-charge | perCallRounding up 2
            add 0.4715 USD call-charge
              multiply 0.4515 USD call-charge
                subtract 0.35 minute over
                  divide 1.35 minute minutes
                    add 81 second billed
                      add 66 second -
                        input 60 second initial
                        multiply 6 second -
                          round 1 - steps | calls.steps up 0
                            divide 0.5 - steps
                              subtract 3 second -
                                round 63 second measured | calls.durationRounding half-up 0
                                  max 62.5 second measured
                                    input 61.4 second recording
                                    input 62.5 second script
                                input 60 second initial
                              input 6 second increment
                          input 6 second increment
                      input 15 second wrap-up
                    input 60 second/minute per-unit
                  input 1 minute included-left
                input 1.29 USD/minute unit-price
              input 0.02 USD connection-fee
          round 0.21 USD call-charge | perCallRounding up 2
            add 0.2075 USD call-charge
              multiply 0.1875 USD call-charge
                divide 1.25 minute minutes
                  add 75 second billed
                    max 60 second -
                      round 20 second recording | calls.durationRounding half-up 0
                        input 20 second recording
                      input 60 second initial
                    input 15 second wrap-up
                  input 60 second/minute per-unit
                input 0.15 USD/minute unit-price
              input 0.02 USD connection-fee`);
});
