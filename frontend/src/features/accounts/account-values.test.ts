import { describe, expect, it } from 'vitest';
import type { Provider } from '@/api/generated/model';
import { anAccount as anyAccount } from '@/testing/factories';
import { presetOf, providerOf, requestOf, testOf, valuesOf } from './account-values';

const anAccount = () =>
  anyAccount({
    imap: { host: 'mail.example.com', port: 993, security: 'tls' },
    limits: { gapSeconds: 1, jitterSeconds: 1, perMinute: 60, connections: 2 },
  });

const gmail: Provider = {
  id: 'gmail',
  name: 'Gmail',
  domains: ['gmail.com', 'googlemail.com'],
  smtp: { host: 'smtp.gmail.com', port: 465, security: 'tls' },
  imap: { host: 'imap.gmail.com', port: 993, security: 'tls' },
  perMinute: 20,
};

describe('the values of an account form', () => {
  it('leave a stored password alone unless a new one was typed', () => {
    const values = valuesOf(anAccount(), null);
    expect(requestOf(values)).not.toHaveProperty('password');
    expect(requestOf({ ...values, password: 'new' })).toMatchObject({ password: 'new' });
  });

  it('use the address as user name where none was given', () => {
    const values = { ...valuesOf(undefined, 'c'), fromAddress: ' sari@example.com ' };
    expect(requestOf(values).username).toBe('sari@example.com');
    expect(requestOf({ ...values, username: 'sari' }).username).toBe('sari');
  });

  it('send no IMAP settings when incoming mail is off', () => {
    const values = { ...valuesOf(anAccount(), null), receives: false, imapPassword: 'left over' };
    expect(requestOf(values).imap).toBeNull();
    expect(requestOf(values)).not.toHaveProperty('imapPassword');
  });

  it('say no limit as null', () => {
    const values = valuesOf(anAccount(), null);
    expect(
      requestOf({ ...values, limits: { ...values.limits, perMinute: '' } }).limits?.perMinute,
    ).toBeNull();
  });

  it('answer automatically up to the end of the day that was chosen, and give the same day back', () => {
    const { reading, ...values } = valuesOf(anAccount(), null);
    const away = { ...reading, awayText: ' Libur ', awayUntil: '2026-12-31' };
    const sent = requestOf({ ...values, reading: away }).reading!;
    expect(sent).toMatchObject({
      awayText: 'Libur',
      awayUntil: new Date(2027, 0, 1).toISOString(),
    });
    expect(valuesOf({ ...anAccount(), reading: sent }, null).reading).toMatchObject({
      awayText: 'Libur',
      awayUntil: '2026-12-31',
    });
    expect(requestOf({ ...values, reading }).reading).toMatchObject({ awayText: null, awayUntil: null });
  });

  it('send hours and slow start only when they are switched on', () => {
    const { limits, ...values } = valuesOf(anAccount(), null);
    const most = { perHour: 100, perDay: 500 } as const;
    expect(requestOf({ ...values, limits: { ...limits, ...most } }).limits).toMatchObject({
      ...most,
      window: null,
      ramp: null,
    });
    const window = { ...limits.window, from: '09:00', zone: 'Asia/Jakarta' };
    expect(
      requestOf({ ...values, limits: { ...limits, hours: true, window, slow: true } }).limits,
    ).toMatchObject({ window, ramp: { start: 20, factor: 1.5 } });
  });

  it('keep a tenth of the limits for people unless somebody says otherwise', () => {
    expect(requestOf(valuesOf(undefined, 'c')).limits?.peopleShare).toBe(10);
    const own = anyAccount({ limits: { gapSeconds: 1, jitterSeconds: 1, peopleShare: 0, connections: 1 } });
    expect(requestOf(valuesOf(own, null)).limits?.peopleShare).toBe(0);
  });

  it('test an existing account with its stored passwords', () => {
    const account = anAccount();
    expect(testOf(valuesOf(account, null), account.id)).toMatchObject({ accountId: account.id });
    expect(testOf(valuesOf(account, null), undefined)).not.toHaveProperty('accountId');
  });

  it('survive the way into the form and back', () => {
    const account = anAccount();
    expect(requestOf(valuesOf(account, null))).toMatchObject({
      name: account.name,
      fromAddress: account.fromAddress,
      smtp: account.smtp,
      imap: account.imap,
      limits: account.limits,
    });
  });
});

describe('a preset', () => {
  it('is found by the domain of the address, whatever its case', () => {
    expect(providerOf('Sari@GMAIL.com', [gmail])?.id).toBe('gmail');
    expect(providerOf('sari@example.com', [gmail])).toBeUndefined();
    expect(providerOf('sari', [gmail])).toBeUndefined();
  });

  it('fills servers and the recommended limit', () => {
    expect(presetOf(gmail)).toMatchObject({
      provider: 'gmail',
      smtp: { host: 'smtp.gmail.com' },
      receives: true,
      limits: { perMinute: 20 },
    });
  });

  it('fills the limits that the provider documents', () => {
    expect(presetOf({ ...gmail, perHour: null, perDay: 500 })).toMatchObject({
      limits: { perMinute: 20, perHour: '', perDay: 500 },
    });
  });
});
