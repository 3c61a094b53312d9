/** Why somebody cancels; the list on the card. */
export const cancelReasons = ['not_needed', 'too_expensive', 'missing_features', 'other_product', 'other'] as const;
export type CancelReason = (typeof cancelReasons)[number];
