import { brandNames, cleanName, nameOfCard } from '../../../cards/names';
import type { TextKey, Words } from '../../../cards/words';
import type { Opened } from '../../../domain/app/give-card';
import { BRAND_PREFIXES } from '../../../domain/shared/card-number';
import type { Answer } from '../../server/answer';
import { type Html, html } from '../html';
import { countriesIn } from './countries';
import type { Faulty, Field, FieldFault, TextField, TextValues } from './fields';
import { page } from './layout';

export interface FormParts {
  readonly words: Words;
  readonly opened: Opened;
  /** Whose card it is, as the directory calls them; empty when it does not say. */
  readonly owner: string;
  /** Proves that the form was made here, and is new each time it is shown. */
  readonly seal: string;
  /** Where it is sent, and where it is shown in the other language. */
  readonly action: string;
  readonly inOtherLanguage: string;
  /** Undefined: it is shown for the first time. */
  readonly entered?: Faulty | undefined;
  /** Why the bank or the gateway did not take what was right by itself. */
  readonly refusal?: Refused | undefined;
}

export interface Refused {
  readonly text: string;
  readonly status: number;
}

/** The form in which a card, or other details of one, are given. */
export const formPage = (parts: FormParts): Answer => {
  const { words, opened, refusal, entered } = parts;
  const isFaulty = refusal !== undefined || Object.keys(entered?.faults ?? {}).length > 0;
  const heading = words.t(
    opened.updates ? 'page.update_title' : opened.profile ? 'page.replace_title' : 'page.add_title',
  );
  return page({
    words,
    scripts: ['payment.js'],
    inOtherLanguage: parts.inOtherLanguage,
    status: refusal?.status ?? (isFaulty ? 422 : 200),
    title: isFaulty ? `${words.t('page.error')} · ${heading}` : heading,
    body: html`<h1>${heading}</h1>
${intro(parts)}
${isFaulty ? problems(parts) : undefined}
<form method="post" action="${parts.action}" novalidate>
<input type="hidden" name="form" value="${parts.seal}">
${cardFields(parts)}
<fieldset>
<legend>${words.t('page.address')}</legend>
${addressFields(parts)}
</fieldset>
<p class="hint">${words.t('page.privacy')}</p>
<button type="submit">${words.t('page.save')}</button>
</form>`,
  });
};

const intro = ({ words, opened: { updates, profile }, owner }: FormParts): Html => html`
${owner === '' ? undefined : html`<p class="soft">${words.t('page.for', { name: cleanName(owner) })}</p>`}
${profile && html`<p>${words.t('page.replace_for', { profile: cleanName(profile.name) })}</p>`}
${updates && html`<p>${words.t('page.update_card')}${words.locale === 'en' ? ': ' : '：'}<strong>${nameOfCard(words, updates)}</strong></p>`}`;

const problems = ({ words, opened, entered, refusal }: FormParts): Html => {
  const count = Object.keys(entered?.faults ?? {}).length;
  const what = refusal?.text ?? words.t('page.problems', { count });
  const again = words.t(opened.updates ? 'page.again_code' : 'page.again');
  return html`<div class="problems" role="alert"><p>${what}</p><p>${again}</p></div>`;
};

interface Input {
  readonly field: Field;
  readonly label: TextKey;
  readonly hint?: TextKey;
  readonly required?: boolean;
  readonly numeric?: boolean;
  readonly longest?: number;
  readonly after?: Html;
}

const cardFields = (parts: FormParts): Html => {
  const { words, opened } = parts;
  const number = inputField(parts, {
    field: 'cc-number',
    label: 'page.number',
    required: true,
    numeric: true,
    longest: 40,
    after: html`<output id="brand" for="cc-number" aria-live="polite" data-brands="${brandsFor(words)}"></output>`,
  });
  return html`${inputField(parts, { field: 'cc-name', label: 'page.holder', required: true, longest: 100 })}
${opened.updates ? undefined : number}
<div class="pair">
${inputField(parts, { field: 'cc-exp', label: 'page.expiry', required: true, numeric: true, longest: 10 })}
${inputField(parts, { field: 'cc-csc', label: 'page.csc', required: true, numeric: true, longest: 4 })}
</div>
<p class="hint" id="csc-hint">${words.t('page.csc_hint')}</p>`;
};

const brandsFor = (words: Words): string =>
  JSON.stringify(
    Object.entries(BRAND_PREFIXES).map(([brand, begins]) => ({
      begins,
      text: words.t('page.brand', { brand: brandNames[brand as keyof typeof brandNames] }),
    })),
  );

const addressFields = (parts: FormParts): Html => {
  const { opened } = parts;
  const isFirst = !opened.updates && opened.account.billingProfiles.length === 0;
  const organization = { field: 'organization', label: 'page.organization', hint: 'page.organization_hint' } as const;
  return html`${isFirst ? inputField(parts, { ...organization, longest: 100 }) : undefined}
${streetField(parts)}
<div class="pair">
${inputField(parts, { field: 'postal-code', label: 'page.postal_code', longest: 20 })}
${inputField(parts, { field: 'address-level2', label: 'page.city', longest: 80 })}
</div>
${inputField(parts, { field: 'address-level1', label: 'page.region', longest: 80 })}
${countryField(parts)}`;
};

const inputField = (parts: FormParts, input: Input): Html => {
  const { field, label, hint, required = false, numeric = false, longest = 100, after } = input;
  const isSecret = field === 'cc-number' || field === 'cc-csc';
  const value = isSecret ? '' : textOf(parts, field);
  const mode = numeric ? html` inputmode="numeric"` : undefined;
  return around(
    parts,
    input,
    html`<input id="${field}" name="${field}" type="text" autocomplete="${field}" value="${value}" maxlength="${longest}"${mode}${stateOf(parts, field, required, hint !== undefined)} spellcheck="false" autocapitalize="off">
${hint && html`<span class="hint" id="${field}-hint">${parts.words.t(hint)}</span>`}${after}`,
    label,
  );
};

const streetField = (parts: FormParts): Html => {
  const field = 'street-address';
  const control = html`<textarea id="${field}" name="${field}" autocomplete="${field}" maxlength="200" rows="2"${stateOf(parts, field, true, false)}>
${textOf(parts, field)}</textarea>`;
  return around(parts, { field, label: 'page.street' }, control, 'page.street');
};

const countryField = (parts: FormParts): Html => {
  const { words } = parts;
  const chosen = textOf(parts, 'country');
  const options = countriesIn(words.locale).map(
    ({ code, name }) =>
      html`<option value="${code}"${code === chosen ? html` selected` : undefined}>${name}</option>\n`,
  );
  const control = html`<select id="country" name="country" autocomplete="country"${stateOf(parts, 'country', true, false)}>
<option value="">${words.t('page.choose_country')}</option>
${options}</select>`;
  return around(parts, { field: 'country', label: 'page.country' }, control, 'page.country');
};

const around = ({ words, entered }: FormParts, { field }: Input, control: Html, label: TextKey): Html => {
  const fault = entered?.faults[field];
  return html`<div class="field">
<label for="${field}">${words.t(label)}</label>
${control}
${fault && html`<span class="fault" id="${field}-fault">${faultText(words, fault)}</span>`}
</div>`;
};

const faultText = (words: Words, fault: FieldFault): string => words.t(`page.error.${fault}`);

/** What assistive technology has to know; the first field that is wrong, else the first of all, has the focus. */
const stateOf = (parts: FormParts, field: Field, required: boolean, hasHint: boolean): Html => {
  const faults = parts.entered?.faults ?? {};
  const isFaulty = faults[field] !== undefined;
  const described = [
    ...(isFaulty ? [`${field}-fault`] : []),
    ...(hasHint ? [`${field}-hint`] : []),
    ...(field === 'cc-csc' ? ['csc-hint'] : []),
  ].join(' ');
  return html`${required ? html` required` : undefined}${isFaulty ? html` aria-invalid="true"` : undefined}${described === '' ? undefined : html` aria-describedby="${described}"`}${field === focused(faults) ? html` autofocus` : undefined}`;
};

const ORDER: readonly Field[] = [
  ...(['cc-name', 'cc-number', 'cc-exp', 'cc-csc', 'organization', 'street-address'] as const),
  ...(['postal-code', 'address-level2', 'address-level1', 'country'] as const),
];

const focused = (faults: Faulty['faults']): Field => ORDER.find(field => faults[field] !== undefined) ?? 'cc-name';

/** What was entered, else what is on file. */
const textOf = ({ entered, opened, words }: FormParts, field: TextField): string =>
  (entered ? entered.values : onFile(opened, LIKELY[words.locale]))[field] ?? '';

/** Where most of those live who read the language; English is read everywhere. */
const LIKELY: Readonly<Record<Words['locale'], string>> = { en: '', 'zh-TW': 'TW' };

const onFile = ({ updates, account }: Opened, likely: string): TextValues => {
  if (!updates) return { country: account.paymentMethods.find(({ address }) => address)?.address?.country ?? likely };
  const { address, holder, expiryMonth, expiryYear } = updates;
  return {
    'cc-name': holder,
    'cc-exp': `${String(expiryMonth).padStart(2, '0')}/${String(expiryYear % 100).padStart(2, '0')}`,
    'street-address': address?.street ?? '',
    'address-level2': address?.city ?? '',
    'address-level1': address?.region ?? '',
    'postal-code': address?.postalCode ?? '',
    country: address?.country ?? '',
  };
};
