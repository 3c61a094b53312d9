import type { Address, PaymentMethod } from '../billing/account';
import type { PaymentMethodId, PersonId, SubscriptionId, TenantId } from '../shared/ids';
import type { Instant } from '../shared/instant';
import type { Money } from '../shared/money';
import type { Result } from '../shared/result';

/**
 * What a gateway says. `refused` is final: nothing moved under that key, and nothing ever will. `unknown`: it did not
 * answer in time or not intelligibly; the same request with the same idempotency key is asked again later, however
 * much later, and settles it.
 */
export type GatewayAnswer =
  | { readonly type: 'accepted' }
  | {
      readonly type: 'refused';
      /** The bank wants the person to confirm it themselves (3-D Secure), and charges are taken while nobody looks. */
      readonly confirm?: true | undefined;
    }
  | { readonly type: 'unknown' };

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

/** Whose card it is. */
export interface CardOwner {
  readonly tenantId: TenantId;
  readonly purchaserId: PersonId;
}

export interface ForgetRequest extends CardOwner {
  readonly paymentMethodId: PaymentMethodId;
}

/** Moves money. Never throws: what went wrong on the way is `unknown`. */
export interface PaymentGateway {
  charge(request: ChargeRequest): Promise<GatewayAnswer>;
  refund(request: RefundRequest): Promise<GatewayAnswer>;
  /**
   * Lets go of a card that is on file no more: from then on nothing can be charged to it. `accepted` also when it was
   * let go of before, or was never there.
   */
  forget(request: ForgetRequest): Promise<GatewayAnswer>;
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
  /** Until when the link that leads there opens; the page may take a card little longer than that. */
  readonly expiresAt: Instant;
}

/** A card as the gateway has it now, and whom we told it that it belongs to. `none`: there is no such card of ours. */
export type CardFound =
  | { readonly type: 'found'; readonly owner: CardOwner; readonly card: PaymentMethod }
  | { readonly type: 'none' }
  | { readonly type: 'unknown' };

/** The gateway takes card details on a page of its own, so that we never see a number. No call throws. */
export interface HostedIntake {
  readonly type: 'hosted';
  /** The address to send the browser to, and what the gateway calls the visit. */
  begin(
    request: HostedRequest,
  ): Promise<{ readonly type: 'ready'; readonly url: string; readonly visit: string } | { readonly type: 'unknown' }>;
  /** What came of a visit of this owner; `refused` also when there was none or it was not brought to its end. */
  finish(owner: CardOwner, visit: string): Promise<CardAnswer>;
  /** Reads a card anew: banks replace cards, and tell the gateway. */
  look(paymentMethodId: PaymentMethodId): Promise<CardFound>;
}

/**
 * What a gateway says without being asked, sooner or later, more than once and in any order. It only tells where to
 * look: whoever hears it asks the gateway for the truth.
 */
export interface GatewayEvent {
  readonly id: string;
  /** Whose money moved, or did not; none: it is about something else. */
  readonly about?: { readonly tenantId: TenantId; readonly subscriptionId: SubscriptionId } | undefined;
  /** A visit to the gateway's own page that may have been brought to its end. */
  readonly visit?: string | undefined;
  /** A card of which something may have changed. */
  readonly card?: PaymentMethodId | undefined;
}

export interface GatewayEvents {
  /**
   * The event in a message, letter by letter as it came, with what it was signed with. `not_believed`: the gateway did
   * not say this, or not within the last five minutes.
   */
  read(message: string, signature: string | undefined): Result<GatewayEvent, 'not_believed'>;
}

/** How cards come on file; a gateway does it in one way or the other. */
export type CardIntake = FormIntake | HostedIntake;
