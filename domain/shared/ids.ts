/** Ids are opaque: the Playground's look like GUIDs and are not, so nothing may validate their shape. */
export type TenantId = string;
export type PersonId = string;
export type ProductId = string;
export type SubscriptionId = string;
export type BillingProfileId = string;
export type PaymentMethodId = string;
export type InvoiceId = string;
export type RequestId = string;
/** Minted when a card is rendered, or derived from the activity; a repeat of it replays the receipt. */
export type OperationId = string;
