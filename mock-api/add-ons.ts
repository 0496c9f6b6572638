import type { RatedAddOn } from '../src/rating/index.js';

/** An add-on as the catalogue shows it. */
export interface AddOn extends RatedAddOn {
  readonly description: string;
}

/** All that can be bought beside a plan. */
export const addOnCatalogue = {
  onCall: {
    id: 'on-call',
    name: 'On-Call',
    fee: '25.00',
    description: 'Back-up schedules, more on-call types, and advanced on-call reporting.',
  },
  transcription: {
    id: 'transcription',
    name: 'Transcription',
    fee: '15.00',
    description: 'Each call as text, with every speaker apart.',
  },
  liveCall: {
    id: 'live-call',
    name: 'Live Call',
    fee: '40.00',
    description: 'The queue, active calls and agents on one live dashboard, with listening in.',
  },
  queueVoicemail: {
    id: 'queue-voicemail',
    name: 'Queue Voicemail',
    fee: '10.00',
    description: 'Callers leave a voicemail instead of waiting in the queue.',
  },
} as const satisfies Record<string, AddOn>;
