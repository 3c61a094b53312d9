export type CardBrand = 'visa' | 'mastercard' | 'amex' | 'jcb' | 'other';
