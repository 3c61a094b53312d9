import type { Activity } from 'botframework-schema';
import type { BotCredentials } from '../config';
import type { TokenRefusal, TokenVerifier, VerifiedToken } from './token';

/** One kind of caller that may speak to the bot: who issues its tokens and what has to stand in them. */
export interface Trust {
  readonly issuers: readonly string[];
  readonly tokens: TokenVerifier;
  /** Why a well signed token is no good for this activity, or undefined when it is. */
  refusal(token: VerifiedToken, activity: Activity): TokenRefusal | undefined;
}

/** The channel itself: a token is for this bot, and for the one address its activity asks to be answered at. */
export const channelTrust = (appId: string, issuer: string, tokens: TokenVerifier): Trust => ({
  issuers: [issuer],
  tokens,
  refusal: ({ claims, key }, { serviceUrl, channelId }) => {
    if (claims.aud !== appId) return 'audience';
    if (key.endorsements.length > 0 && !key.endorsements.includes(channelId)) return 'channel';
    // Without this address the SDK answers wherever an activity says, with a token of the bot's own.
    if (!serviceUrl || claims.serviceurl !== serviceUrl) return 'service_url';
    return undefined;
  },
});

/** Tenants of the Bot Framework itself, which the Emulator gets its tokens from. */
const EMULATOR_TENANTS = ['d6d49420-f39b-4df7-a1dc-d59a935871db', 'f8cdef31-a31e-4b4a-93e4-5f571e91255a'];

/** The Emulator of somebody who knows the bot's password: its token is both by and for the bot. */
export const emulatorTrust = ({ appId, tenantId }: BotCredentials, tokens: TokenVerifier): Trust => ({
  issuers: [...EMULATOR_TENANTS, ...(tenantId ? [tenantId] : [])].flatMap(tenant => [
    `https://sts.windows.net/${tenant}/`,
    `https://login.microsoftonline.com/${tenant}/v2.0`,
  ]),
  tokens,
  refusal: ({ claims }, { serviceUrl }) => {
    if (claims.aud !== appId || (claims.azp ?? claims.appid) !== appId) return 'audience';
    return serviceUrl ? undefined : 'service_url';
  },
});
