import type { Address, PaymentMethod } from '../billing/account';
import type { PaymentMethodId, PersonId, SubscriptionId, TenantId } from '../shared/ids';
import type { Money } from '../shared/money';

/**
 * What a gateway says. `unknown`: it did not answer in time or not intelligibly; the same request with the same
 * idempotency key is asked again later and settles it.
 */
export type GatewayAnswer = { readonly type: 'accepted' } | { readonly type: 'refused' } | { readonly type: 'unknown' };

interface MovementRequest {
  /** The same key is the same movement of money, however often it is asked for. */
  readonly idempotencyKey: string;
  readonly amount: Money;
  /** What it is for: a refund is of what was charged for the same subscription. */
  readonly tenantId: TenantId;
  readonly purchaserId: PersonId;
  readonly subscriptionId: SubscriptionId;
}

export interface ChargeRequest extends MovementRequest {
  readonly paymentMethodId: PaymentMethodId;
}

export type RefundRequest = MovementRequest;

/** Moves money. Never throws: what went wrong on the way is `unknown`. */
export interface PaymentGateway {
  charge(request: ChargeRequest): Promise<GatewayAnswer>;
  refund(request: RefundRequest): Promise<GatewayAnswer>;
}

/** Whose card it is. */
export interface CardOwner {
  readonly tenantId: TenantId;
  readonly purchaserId: PersonId;
}

/** What may be given anew of a card that is on file: everything but its number. */
export interface CardChange {
  /** Three or four digits; looked at by the gateway and kept by nobody. */
  readonly securityCode: string;
  readonly expiryMonth: number;
  readonly expiryYear: number;
  readonly holder: string;
  readonly address: Address;
}

/** A card as somebody gives it: held in the memory of one request, handed to the gateway, and nowhere else. */
export interface CardGiven extends CardChange {
  /** 13 to 19 digits that pass Luhn, nothing between them. */
  readonly number: string;
}

/**
 * `accepted`: on file, and this is what may be known of it; its id is what a charge names. `refused`: the bank or the
 * gateway does not take this card. `unknown`: no intelligible answer; nothing is on file as far as anybody knows.
 */
export type CardAnswer =
  | { readonly type: 'accepted'; readonly card: PaymentMethod }
  | { readonly type: 'refused' }
  | { readonly type: 'unknown' };

/** The gateway takes card details that were given on our own form. Neither call throws, and no answer holds a number. */
export interface FormIntake {
  readonly type: 'form';
  /** Puts a card on file; under the same key it is the same card with the same id, however often it is asked for. */
  keep(owner: CardOwner, idempotencyKey: string, card: CardGiven): Promise<CardAnswer>;
  /** Changes what is on file of a card; the answer has the id it had. */
  change(owner: CardOwner, card: PaymentMethod, change: CardChange): Promise<CardAnswer>;
}

/** What somebody is sent to the gateway's own page for. */
export interface HostedRequest extends CardOwner {
  /** The same key is the same visit, however often it is asked for. */
  readonly idempotencyKey: string;
  readonly locale: 'en' | 'zh-TW';
  /** Set: the number is to be the one of this card, whose other details are given anew. */
  readonly updates?: PaymentMethod | undefined;
  /** Where the gateway sends the browser back to when it is done; `{visit}` in it is replaced by the visit's id. */
  readonly returnUrl: string;
  /** Where it sends the browser when the person gives up. */
  readonly cancelUrl: string;
}

/** The gateway takes card details on a page of its own, so that we never see a number. Neither call throws. */
export interface HostedIntake {
  readonly type: 'hosted';
  /** The address to send the browser to. */
  begin(
    request: HostedRequest,
  ): Promise<{ readonly type: 'ready'; readonly url: string } | { readonly type: 'unknown' }>;
  /** What came of a visit of this owner; `refused` also when there was none or it was not brought to its end. */
  finish(owner: CardOwner, visit: string): Promise<CardAnswer>;
}

/** How cards come on file; a gateway does it in one way or the other. */
export type CardIntake = FormIntake | HostedIntake;
