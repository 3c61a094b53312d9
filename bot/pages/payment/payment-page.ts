import { randomUUID } from 'node:crypto';
import { cleanName, expiryOf, nameOf, nameOfCard } from '../../../cards/names';
import { refusalText } from '../../../cards/screens';
import { channelLocale, type Locale, locales, type Words, wordsFor } from '../../../cards/words';
import { giveCard, giveChange, type Opened, openLink } from '../../../domain/app/give-card';
import type { Services } from '../../../domain/app/services';
import { beginVisit, broughtBy, finishVisit } from '../../../domain/app/visits';
import type { PaymentMethod } from '../../../domain/billing/account';
import type { FormIntake, HostedIntake } from '../../../domain/payments/port';
import type { Refusal } from '../../../domain/shared/refusal';
import type { Result } from '../../../domain/shared/result';
import type { Log } from '../../logging';
import type { Answer } from '../../server/answer';
import type { Page, PageRequest } from '../../server/page';
import { type Links, linkTo, routeOf } from '../links';
import { type ReadPaymentLink, readPaymentLink } from '../payment-links';
import { auditCard } from './audit-card';
import { firstProfileOf } from './bill-to';
import { type Faulty, readCard, readChange } from './fields';
import { formPage, type Refused } from './form';
import { notice } from './layout';
import type { Seals } from './seal';

export interface PaymentPageParts {
  readonly services: Services;
  readonly links: Links;
  readonly seals: Seals;
  readonly publicUrl: () => string;
  /** Renews the card in the chat that led here; returns at once. */
  readonly kept: (link: ReadPaymentLink, card: PaymentMethod) => void;
  readonly log: Log;
}

/** The page where card details are given: by our own form, or on the gateway's page, to which it leads. */
export const createPaymentPage = (parts: PaymentPageParts): readonly Page[] => {
  const path = routeOf('payment_method');
  return [
    { method: 'GET', path, handle: request => answer(parts, request, show) },
    { method: 'POST', path, handle: request => answer(parts, request, take) },
  ];
};

/** One request by a link that is good. */
interface Visit extends PaymentPageParts {
  readonly request: PageRequest;
  readonly token: string;
  readonly link: ReadPaymentLink;
  readonly words: Words;
  readonly isDialog: boolean;
}

type Handler = (visit: Visit, opened: Opened) => Promise<Answer>;

/** Every way in which a link may be no good is said on a page of its own; so is an outage. */
const answer = async (parts: PaymentPageParts, request: PageRequest, handler: Handler): Promise<Answer> => {
  const token = request.params['token'] ?? '';
  const read = readPaymentLink(parts.links, token, parts.services.now());
  const wanted = request.query.get('lang');
  const locale = localeFor(wanted, read.ok ? read.value.locale : channelLocale(preferred(request)));
  const words = wordsFor(locale);
  if (!read.ok) return noLink(words, read.error);
  const visit = { ...parts, request, token, words, link: read.value, isDialog: request.query.has('dialog') };
  try {
    const opened = await openLink(parts.services, read.value);
    if (opened.ok) return await handler(visit, opened.value);
    if (handler === take) await auditCard(parts.services, read.value, { type: 'refused', code: opened.error.code });
    return await already(visit, opened.error);
  } catch (error) {
    const trouble = randomUUID();
    parts.log.error({ err: error, trouble }, 'the payment page failed');
    // What could not be written waits in the store and is tried again.
    if (handler === take)
      await auditCard(parts.services, read.value, { type: 'failed', trouble }).catch(() => undefined);
    return notice({ status: 503, words, title: words.t('page.trouble_title'), lines: [words.t('page.trouble')] });
  }
};

/** Whoever comes back by a link that is used is told what it brought, if they bring the visit that did. */
const already = async (visit: Visit, refusal: Refusal): Promise<Answer> => {
  const { services, link, request, words } = visit;
  const finished = request.query.get('visit');
  const brought =
    refusal.code === 'LINK_USED' && finished !== null ? await broughtBy(services, link, finished) : undefined;
  return brought ? done(visit, brought.opened, brought.card) : no(words, refusal);
};

const preferred = ({ acceptLanguage }: PageRequest): string | undefined => acceptLanguage?.split(',')[0]?.trim();

const localeFor = (wanted: string | null, otherwise: Locale): Locale =>
  locales.find(locale => locale === wanted) ?? otherwise;

const noLink = (words: Words, fault: 'forged' | 'expired'): Answer =>
  notice({
    status: fault === 'forged' ? 404 : 410,
    words,
    title: words.t(`page.${fault}_title`),
    lines: [words.t(`page.${fault}`)],
  });

const STATUS: Partial<Record<Refusal['code'], number>> = {
  LINK_USED: 410,
  OTHER_CARD: 409,
  CARD_DECLINED: 422,
  GATEWAY_SILENT: 503,
  BUSY: 503,
};

const no = (words: Words, refusal: Refusal): Answer =>
  notice({
    status: STATUS[refusal.code] ?? 404,
    words,
    title: words.t(`refusal_title.${refusal.code}`),
    lines: [refusalText(words, refusal)],
  });

const show: Handler = async (visit, opened) => {
  const { intake } = visit.services;
  return intake.type === 'form' ? form(visit, opened) : gatewayPage(visit, opened, intake);
};

const take: Handler = async (visit, opened) => {
  const { services, request, words } = visit;
  // The gateway's page posts to the gateway; there is no form of ours to be sent.
  if (services.intake.type === 'hosted') return { status: 303, headers: { Location: addressOf(visit) } };
  const attempt = isFromHere(visit) ? visit.seals.read(visit.token, request.form.get('form')) : undefined;
  if (attempt === undefined) {
    const title = words.t('page.elsewhere_title');
    return notice({ status: 403, words, title, lines: [words.t('page.elsewhere')], link: openAgain(visit) });
  }
  return opened.updates
    ? takeChange(visit, opened, services.intake, opened.updates)
    : takeCard(visit, opened, services.intake, attempt);
};

/** Browsers say from which origin a form is sent; one of another site, or of nowhere, is not taken. */
const isFromHere = ({ request: { origin, host }, publicUrl }: Visit): boolean => {
  if (origin === undefined) return true;
  return URL.canParse(origin) && (new URL(origin).host === host || origin === new URL(publicUrl()).origin);
};

const takeCard = async (visit: Visit, opened: Opened, intake: FormIntake, attempt: string): Promise<Answer> => {
  const { services, link, request } = visit;
  const read = readCard(request.form, services.now());
  if (!read.ok) return form(visit, opened, read.error);
  const { card, organization, values } = read.value;
  const firstProfile = firstProfileOf(visit.words.locale, organization);
  const kept = await giveCard(services, intake, link, { card, attempt, firstProfile });
  return outcome(visit, opened, kept, refusal => form(visit, opened, { values, faults: {} }, refusal));
};

const takeChange = async (
  visit: Visit,
  opened: Opened,
  intake: FormIntake,
  updates: PaymentMethod,
): Promise<Answer> => {
  const read = readChange(visit.request.form, updates.brand, visit.services.now());
  if (!read.ok) return form(visit, opened, read.error);
  const { card, values } = read.value;
  const kept = await giveChange(visit.services, intake, visit.link, card);
  return outcome(visit, opened, kept, refusal => form(visit, opened, { values, faults: {} }, refusal));
};

/** The visit that came to nothing before. */
const AFTER = 'after';
const LONGEST_VISIT = 200;

const gatewayPage = async (visit: Visit, opened: Opened, intake: HostedIntake): Promise<Answer> => {
  const { services, link, request, words } = visit;
  const finished = request.query.get('visit');
  if (finished !== null) {
    const kept = await finishVisit(services, intake, link, {
      visit: finished,
      firstProfile: firstProfileOf(words.locale, ''),
    });
    if (!kept.ok && kept.error.code === 'LINK_USED') return already(visit, kept.error);
    return outcome(visit, opened, kept, refusal => left(visit, refusal));
  }
  if (request.query.has('left')) return left(visit, { text: words.t('page.left'), status: 200 });
  const address = addressOf(visit);
  const after = request.query.get(AFTER)?.slice(0, LONGEST_VISIT);
  const back = { locale: words.locale, returnUrl: `${address}?visit={visit}`, cancelUrl: `${address}?left=1`, after };
  const begun = await beginVisit(services, intake, link, back);
  return begun.ok ? { status: 303, headers: { Location: begun.value } } : no(words, begun.error);
};

const addressOf = ({ publicUrl, token }: Visit): string => linkTo(publicUrl(), 'payment_method', token);

const openAgain = ({ words, request }: Visit) => {
  const visit = request.query.get('visit');
  const after = visit === null ? '' : `&${AFTER}=${encodeURIComponent(visit)}`;
  return { text: words.t('page.open_again'), href: `${here(request, words.locale)}${after}` };
};

const left = (visit: Visit, { text, status }: Refused): Answer => {
  const { words } = visit;
  const title = words.t('page.left_title');
  return notice({ status, words, title, lines: [text], link: openAgain(visit) });
};

/** What came of it: done, or the form again where another try may help, or why not. */
const outcome = async (
  visit: Visit,
  opened: Opened,
  kept: Result<PaymentMethod, Refusal>,
  again: (refusal: Refused) => Promise<Answer> | Answer,
): Promise<Answer> => {
  const { words, link, services } = visit;
  await auditCard(services, link, kept.ok ? { type: 'done' } : { type: 'refused', code: kept.error.code });
  if (kept.ok) {
    visit.kept(link, kept.value);
    return done(visit, opened, kept.value);
  }
  const isAboutCard = kept.error.code === 'CARD_DECLINED' || kept.error.code === 'GATEWAY_SILENT';
  if (!isAboutCard) return no(words, kept.error);
  return again({ text: refusalText(words, kept.error), status: STATUS[kept.error.code] ?? 422 });
};

const done = ({ words, isDialog, link }: Visit, { profile }: Opened, card: PaymentMethod): Answer =>
  notice({
    status: 200,
    words,
    isDone: true,
    title: words.t(`card_kept.${link.purpose.type}_title`, {
      card: nameOfCard(words, card),
      profile: cleanName(profile?.name ?? ''),
    }),
    lines: [expiryOf(words, card), words.t('page.done_back')],
    scripts: isDialog ? ['teams.js', 'dialog.js'] : [],
  });

const form = async (visit: Visit, opened: Opened, entered?: Faulty, refusal?: Refused): Promise<Answer> => {
  const { words, seals, token, request, services, link } = visit;
  const other = locales.find(locale => locale !== words.locale) ?? words.locale;
  const { tenantId, personId } = link.actor;
  // For whom it is helps whoever opens it; that the directory is away must not keep them from paying.
  const [owner] = await services.directory.byIds(tenantId, [personId]).catch(() => []);
  return formPage({
    words,
    opened,
    entered,
    refusal,
    owner: owner ? nameOf(owner) : '',
    seal: seals.make(token),
    action: here(request, words.locale),
    inOtherLanguage: here(request, other),
  });
};

/** The same page, in a language; relative, so that a proxy may have it anywhere. */
const here = ({ query }: PageRequest, locale: Locale): string =>
  `?lang=${locale}${query.has('dialog') ? '&dialog=1' : ''}`;
