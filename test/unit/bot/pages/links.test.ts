import fc from 'fast-check';
import { type Claim, createLinks, LIFETIMES, linkTo, routeOf } from '../../../../bot/pages/links';

const NOW = Date.UTC(2026, 10, 24, 9);
const links = createLinks('a secret that nobody else knows at all');
const claim: Claim = {
  ...{ kind: 'invoice', tenantId: 'contoso', personId: 'alex', subject: 'INV-2026-000123' },
  ...{ locale: 'zh-TW', timeZone: 'Asia/Taipei', expiresAt: NOW + LIFETIMES.invoice },
};
const token = links.sign(claim);

it('a link opens what it was signed for, for whom, until it expires', () => {
  expect(links.read(token, 'invoice', NOW)).toEqual({ ok: true, value: claim });
  expect(links.read(token, 'invoice', claim.expiresAt - 1).ok).toBe(true);
  expect(links.read(token, 'invoice', claim.expiresAt)).toEqual({ ok: false, error: 'expired' });
});

it('a link of one kind of page opens no other', () => {
  for (const kind of ['payment_method', 'export'] as const) {
    expect(links.read(token, kind, NOW)).toEqual({ ok: false, error: 'forged' });
  }
});

it('whatever ids and subjects there are, the token is fit for a path and reads back as it was', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 60 });
  fc.assert(
    fc.property(text, text, text, (tenantId, personId, subject) => {
      const any = { ...claim, tenantId, personId, subject };
      const signed = links.sign(any);
      expect(signed).toMatch(/^[\w.-]+$/);
      expect(links.read(signed, 'invoice', NOW)).toEqual({ ok: true, value: any });
    }),
  );
});

it('no character of a token can be changed, left out or added', () => {
  for (let at = 0; at < token.length; at++) {
    const other = token[at] === 'A' ? 'B' : 'A';
    for (const forged of [
      `${token.slice(0, at)}${other}${token.slice(at + 1)}`,
      `${token.slice(0, at)}${token.slice(at + 1)}`,
      `${token.slice(0, at)}A${token.slice(at)}`,
    ]) {
      expect(links.read(forged, 'invoice', NOW)).toEqual({ ok: false, error: 'forged' });
    }
  }
});

it('nothing else is a token', () => {
  for (const odd of ['', '.', '1..', token.replace('1.', '2.'), `${token}.`, ` ${token}`, `${token}\n`, '發票']) {
    expect(links.read(odd, 'invoice', NOW)).toEqual({ ok: false, error: 'forged' });
  }
  fc.assert(
    fc.property(fc.string(), any => {
      expect(links.read(any, 'invoice', NOW)).toEqual({ ok: false, error: 'forged' });
    }),
  );
});

it('what another secret signed is forged', () => {
  const forged = createLinks('a secret that somebody else knows well').sign(claim);
  expect(links.read(forged, 'invoice', NOW)).toEqual({ ok: false, error: 'forged' });
});

it('each kind has its place', () => {
  expect(linkTo('https://bot.contoso.com', 'payment_method', 'a.b')).toBe(
    'https://bot.contoso.com/payment-methods/a.b',
  );
  expect(['invoice', 'export'].map(kind => routeOf(kind as 'invoice'))).toEqual([
    '/invoices/:token',
    '/exports/:token',
  ]);
});
