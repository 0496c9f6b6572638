import { describe, expect, test } from 'vitest';
import { memoryAdapter, type MemoryAdapter } from '../../src/adapters/memory.js';
import type { AlertChoices, NewContact, NewMember } from '../../src/api/index.js';
import { anew, backendOf, change, plan } from './memory.js';

const contact: NewContact = {
  name: 'Ada Quinn',
  email: 'ada@harborside.example',
  phone: '+16175550188',
  receives: [{ topic: 'usage', channels: ['email', 'phone'] }],
};
const member: NewMember = {
  name: 'Ida Costa',
  email: 'ida@harborside.example',
  phone: '',
  products: ['sub_answering'],
  rights: ['edit-payment'],
};

describe('a contact', () => {
  test('is added with blanks cut off, changed and removed', async () => {
    const backend = backendOf();
    const added = await backend.addContact({ ...contact, name: ' Ada Quinn ' }, anew());
    expect(added).toMatchObject(contact);
    const saved = await backend.saveContact(added.id, { ...contact, phone: '', receives: [] }, anew(added.version));
    expect((await backend.listContacts()).items.at(-1)).toEqual(saved);
    await backend.removeContact(saved.id, anew(saved.version));
    expect((await backend.listContacts()).items).toHaveLength(2);
  });

  test.each([
    [{ name: ' ' }, 'name', 'required'],
    [{ email: 'ada@' }, 'email', 'malformed-email'],
    [{ email: 'ada@harborside.example.' }, 'email', 'malformed-email'],
    [{ email: `${'a'.repeat(250)}@b.example` }, 'email', 'malformed-email'],
    [{ phone: '617-555-0188' }, 'phone', 'malformed-phone'],
    [{ phone: `+${'1'.repeat(30)}` }, 'phone', 'malformed-phone'],
    [{ email: '', phone: '', receives: [] }, 'email', 'required'],
    [{ phone: '' }, 'phone', 'required'],
    [{ email: '' }, 'email', 'required'],
    [{ receives: [{ topic: 'weather', channels: [] }] }, 'receives[0].topic', 'unknown-topic'],
    [{ receives: [{ topic: 'usage', channels: ['pager'] }] }, 'receives[0].channels', 'unknown-channel'],
  ])('with %j is refused', async (own: Partial<NewContact>, field, code) => {
    const adding = backendOf().addContact({ ...contact, ...own }, anew());
    await expect(adding).rejects.toMatchObject({ kind: 'validation', code, fields: { [field]: code } });
  });
});

describe('a user', () => {
  test('is invited, invited again, changed and removed', async () => {
    const backend = backendOf();
    const invited = await backend.inviteMember(member, anew());
    expect(invited).toMatchObject({ ...member, role: 'user', status: 'invited', invitedOn: '2026-11-18', you: false });
    backend.control.now = '2026-11-20T12:00:00Z';
    const again = await backend.resendInvitation(invited.id, anew(invited.version));
    expect(again.invitedOn).toBe('2026-11-20');
    const saved = await backend.saveMember(again.id, { ...member, rights: [] }, anew(again.version));
    expect(saved.rights).toEqual([]);
    await backend.removeMember(saved.id, anew(saved.version));
    expect((await backend.listMembers()).items).toHaveLength(4);
  });

  test.each([
    [{ email: 'MARTA@harborside.example' }, 'email', 'taken'],
    [{ email: '' }, 'email', 'required'],
    [{ products: ['sub_none'] }, 'products', 'unknown-product'],
    [{ rights: ['own-everything'] }, 'rights', 'unknown-right'],
  ])('with %j is refused', async (own: Partial<NewMember>, field, code) => {
    const inviting = backendOf().inviteMember({ ...member, ...own }, anew());
    await expect(inviting).rejects.toMatchObject({ kind: 'validation', code, fields: { [field]: code } });
  });

  test('keeps the own address, and can’t take another’s', async () => {
    const backend = backendOf();
    const ben = (await backend.listMembers()).items[1];
    const save = (email: string, version = ben?.version) =>
      backend.saveMember('usr_ben', { ...member, email }, anew(version));
    await expect(save('lou@harborside.example')).rejects.toMatchObject({ fields: { email: 'taken' } });
    expect((await save('ben@harborside.example')).name).toBe('Ida Costa');
    await expect(save('ben@harborside.example')).rejects.toMatchObject({ kind: 'stale-version' });
  });

  test('who has joined isn’t invited again', async () => {
    const again = backendOf().resendInvitation('usr_ben', anew('1'));
    await expect(again).rejects.toMatchObject({ kind: 'conflict', code: 'already-joined' });
  });

  test('removes neither themself nor the last admin', async () => {
    const backend = backendOf();
    const own = { kind: 'conflict', code: 'own-membership' };
    await expect(backend.removeMember('usr_marta', anew('1'))).rejects.toMatchObject(own);
    const seed = backend.control.snapshot();
    const members = seed.members.map((each) => ({ ...each, you: each.id === 'usr_ben' }));
    const last = { kind: 'conflict', code: 'last-admin' };
    await expect(memoryAdapter({ ...seed, members }).removeMember('usr_marta', anew('1'))).rejects.toMatchObject(last);
  });
});

describe('alerts', () => {
  const sent = ({ control }: MemoryAdapter, to = 'marta@harborside.example') =>
    control.outbox().filter((message) => message.to === to);

  async function choose(backend: MemoryAdapter, own: Partial<AlertChoices>): Promise<void> {
    const { enabled, snoozedUntil, choices, thresholds, version } = await backend.getAlertPreferences();
    await backend.saveAlertPreferences({ enabled, snoozedUntil, choices, thresholds, ...own }, anew(version));
  }

  test('of what is past aren’t sent', () => {
    expect(backendOf().control.outbox()).toEqual([]);
  });

  test('tell once a month of each threshold, on the day after it was passed, and of the invoice', () => {
    const backend = backendOf();
    backend.control.endMonth();
    backend.control.now = '2026-12-01T12:00:00Z';
    expect(sent(backend).map(({ kind, at }) => [kind, at.slice(0, 10)])).toEqual([
      ['usage-threshold', '2026-11-20'],
      ['usage-threshold', '2026-11-24'],
      ['usage-threshold', '2026-11-26'],
      ['invoice-issued', '2026-12-01'],
    ]);
    expect(sent(backend)[0]).toMatchObject({ channel: 'email', from: 'billing@lanternline.example' });
  });

  test('tell of a back-up that was charged', () => {
    const backend = backendOf('bounced-card');
    backend.control.endMonth();
    expect(sent(backend).at(-1)).toMatchObject({
      kind: 'backup-charged',
      text: expect.stringContaining('4444') as string,
    });
  });

  test('tell of a payment that failed, and the contacts who want to hear of it by phone too', () => {
    const seed = backendOf().control.snapshot();
    const methods = seed.methods.map((each) => ({ ...each, declines: { '2026-12-01': 'do-not-honor' } }));
    const backend = memoryAdapter({ ...seed, methods });
    backend.control.endMonth();
    expect(sent(backend).at(-1)?.kind).toBe('payment-failed');
    expect(sent(backend, '+16175550150').map(({ kind, channel }) => [kind, channel])).toEqual([
      ['payment-failed', 'phone'],
    ]);
  });

  test('tell of a card that expires within 30 days', () => {
    const backend = backendOf();
    backend.control.now = '2026-12-31T12:00:00Z';
    expect(sent(backend).filter(({ kind }) => kind === 'card-expiring')).toMatchObject([
      { at: '2026-12-02T05:00:00Z', text: 'It can be charged until December 31, 2026.' },
    ]);
  });

  test('tell of a trial that is half over, and three days before it ends', () => {
    const backend = backendOf('nothing-yet');
    backend.control.now = '2026-12-01T12:00:00Z';
    expect(sent(backend, 'theo@spokes.example').map(({ kind, at }) => [kind, at.slice(0, 10)])).toEqual([
      ['trial-half-used', '2026-11-25'],
      ['trial-ending', '2026-11-28'],
    ]);
  });

  test('tell of a change of plan to whom wants to hear of it', async () => {
    const backend = backendOf();
    await change(backend, plan('minutes-100'));
    expect(sent(backend)).toEqual([]);
    await choose(backend, { choices: [{ kind: 'plan-changed', channels: ['email', 'phone'] }] });
    await change(backend, plan('minutes-50'));
    expect(sent(backend)).toMatchObject([{ kind: 'plan-changed', subject: 'Your plan: 50 minutes' }]);
    expect(sent(backend, '+16175550151')).toHaveLength(1);
  });

  test.each([
    ['are off', { enabled: false }],
    ['are snoozed', { snoozedUntil: '2026-12-02T00:00:00Z' }],
  ])('aren’t sent to the admin while they %s', async (_, own) => {
    const backend = backendOf();
    await choose(backend, own);
    backend.control.endMonth();
    expect(sent(backend)).toEqual([]);
    expect(sent(backend, 'office@harborside.example').map(({ kind }) => kind)).toEqual(['invoice-issued']);
  });

  test('tell of a quantity, of an amount and of twice the allowance', async () => {
    const backend = backendOf();
    const charge = { subscription: 'sub_answering', charge: 'operator' };
    await choose(backend, {
      thresholds: [
        { id: 'q', measure: 'quantity', at: '60', ...charge },
        { id: 'q2', measure: 'quantity', at: '9999', ...charge },
        { id: 'a', measure: 'amount', at: '350', subscription: null, charge: null },
      ],
    });
    backend.control.addUsage('sub_answering', [
      {
        id: 'long',
        startedAt: '2026-11-18T01:00:00Z',
        kind: 'operator',
        line: '',
        caller: '',
        callerName: '',
        recordedSeconds: 0,
        agentSeconds: 30_000,
        charge: 'operator',
        quantity: '30000',
        notBilled: null,
      },
    ]);
    expect(sent(backend).map(({ kind, subject }) => [kind, subject])).toEqual([
      ['usage-threshold', 'Operator minutes: 60 are used'],
      ['usage-threshold', 'Your next invoice has reached 350 USD'],
      ['usage-doubled', 'Operator minutes: twice the allowance is used'],
    ]);
  });

  test.each([
    [{ snoozedUntil: 'tomorrow' }, 'snoozedUntil'],
    [{ choices: [{ kind: 'weather', channels: [] }] }, 'choices[0].kind'],
    [{ choices: [{ kind: 'plan-changed', channels: ['pager'] }] }, 'choices[0].channels'],
    [{ thresholds: [{ id: 't', measure: 'amount', at: '-1', subscription: null, charge: null }] }, 'thresholds[0].at'],
    [{ thresholds: [{ id: 't', measure: 'amount', at: 'x', subscription: null, charge: null }] }, 'thresholds[0].at'],
    [
      { thresholds: [{ id: 't', measure: 'quantity', at: '1', subscription: 'sub_answering', charge: 'call' }] },
      'thresholds[0].charge',
    ],
    [
      { thresholds: [{ id: 't', measure: 'quantity', at: '1', subscription: null, charge: null }] },
      'thresholds[0].subscription',
    ],
  ])('are chosen among those that there are: %j', async (own: Partial<AlertChoices>, field) => {
    const choosing = choose(backendOf(), own).catch((error: { fields: object }) => Object.keys(error.fields));
    expect(await choosing).toEqual([field]);
  });

  test('are saved by the version that was seen', async () => {
    const backend = backendOf();
    const preferences = await backend.getAlertPreferences();
    const saved = await backend.saveAlertPreferences({ ...preferences, enabled: false }, anew(preferences.version));
    expect(saved).toMatchObject({ enabled: false, email: 'marta@harborside.example' });
    const stale = backend.saveAlertPreferences(preferences, anew(preferences.version));
    await expect(stale).rejects.toMatchObject({ kind: 'stale-version' });
  });
});
