import type { SeedAddOn } from '../src/adapters/memory.js';

const terms = (name: string): SeedAddOn['terms'] => ({
  version: '2026-01',
  text: `I agree to the terms of ${name}. It is charged now for this month, and each month in advance until I remove it.`,
  url: 'https://lanternline.example/terms/add-ons',
});

/** All that can be bought beside a plan. */
export const addOnCatalogue = {
  onCall: {
    id: 'on-call',
    name: 'On-Call',
    fee: '25.00',
    description: 'Back-up schedules, more on-call types, and advanced on-call reporting.',
    terms: terms('On-Call'),
  },
  transcription: {
    id: 'transcription',
    name: 'Transcription',
    fee: '15.00',
    description: 'Each call as text, with every speaker apart.',
    terms: terms('Transcription'),
  },
  liveCall: {
    id: 'live-call',
    name: 'Live Call',
    fee: '40.00',
    description: 'The queue, active calls and agents on one live dashboard, with listening in.',
    terms: terms('Live Call'),
  },
  queueVoicemail: {
    id: 'queue-voicemail',
    name: 'Queue Voicemail',
    fee: '10.00',
    description: 'Callers leave a voicemail instead of waiting in the queue.',
    terms: terms('Queue Voicemail'),
  },
} as const satisfies Record<string, SeedAddOn>;
