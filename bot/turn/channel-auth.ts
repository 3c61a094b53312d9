import { ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import {
  type AuthenticateRequestResult,
  AuthenticationConstants,
  AuthenticationError,
  ClaimsIdentity,
  type ConnectorFactory,
  JwtTokenProviderFactory,
  ManagedIdentityServiceClientCredentialsFactory,
  PasswordServiceClientCredentialFactory,
  type ServiceClientCredentialsFactory,
  type UserTokenClient,
} from 'botframework-connector';
import { type Activity, StatusCodes } from 'botframework-schema';
import type { Instant } from '../../domain/shared/instant';
import { fail, ok, type Result } from '../../domain/shared/result';
import type { BotCredentials } from '../config';
import { type Cloud, cloudOf } from './clouds';
import { OneTryConnectors } from './connectors';
import { signingKeysAt } from './signing-keys';
import { bearerOf, createTokenVerifier, peek, type TokenRefusal, type TokenVerifier } from './token';
import { channelTrust, emulatorTrust, type Trust } from './trust';

export interface ChannelAuthOptions {
  /** Unset: no tokens are checked. */
  readonly bot: BotCredentials | undefined;
  readonly openIdMetadataUrl: string | undefined;
  readonly tokenIssuer: string | undefined;
  /** Whether the Emulator may speak to a bot with credentials, proving that it knows them. Not in production. */
  readonly acceptEmulator?: boolean;
  readonly now?: () => Instant;
}

/**
 * Whom the bot believes. Tokens are judged here and not by the SDK, which answers some bad ones with a server error,
 * prints its keys to the console, skips the service address when an activity leaves it out and takes any audience
 * from the Emulator.
 */
export class ChannelAuth extends ConfigurationBotFrameworkAuthentication {
  readonly #bot: BotCredentials | undefined;
  readonly #cloud: Cloud;
  readonly #trusts: readonly Trust[];
  readonly #connectors: ConnectorFactory;
  readonly #self: ClaimsIdentity;
  #userTokens: Promise<UserTokenClient> | undefined;

  constructor({ bot, openIdMetadataUrl, tokenIssuer, acceptEmulator = false, now = Date.now }: ChannelAuthOptions) {
    const cloud = cloudOf(openIdMetadataUrl, tokenIssuer);
    super(endpointsOf(cloud), credentialsOf(bot));
    this.#bot = bot;
    this.#cloud = cloud;
    this.#trusts = bot ? trustsOf(bot, cloud, acceptEmulator, now) : [];
    this.#self = bot ? identityOf(bot) : new ClaimsIdentity([], AuthenticationConstants.AnonymousAuthType);
    this.#connectors = new OneTryConnectors(super.createConnectorFactory(this.#self));
  }

  /** Who the bot is to the channel when it speaks first. */
  get self(): ClaimsIdentity {
    return this.#self;
  }

  /** Lets an activity in if its token is good for it. Throws when the signing keys cannot be fetched. */
  async admit(
    activity: Activity,
    authorization: string | undefined,
  ): Promise<Result<AuthenticateRequestResult, TokenRefusal>> {
    const refusal = this.#bot && (await this.#refusal(activity, authorization));
    if (refusal) return fail(refusal);
    const { scope, callerId } = this.#cloud;
    return ok({
      audience: scope,
      claimsIdentity: this.#self,
      connectorFactory: this.#connectors,
      ...(this.#bot ? { callerId } : {}),
    });
  }

  async #refusal(activity: Activity, authorization: string | undefined): Promise<TokenRefusal | undefined> {
    if (!authorization) return 'no_token';
    const token = bearerOf(authorization);
    const claimed = token && peek(token);
    if (!claimed) return 'malformed';
    const trust = this.#trusts.find(({ issuers }) => issuers.includes(claimed.iss));
    if (!trust) return 'issuer';
    const verified = await trust.tokens.verify(token);
    return verified.ok ? trust.refusal(verified.value, activity) : verified.error;
  }

  override async authenticateRequest(activity: Activity, authorization: string): Promise<AuthenticateRequestResult> {
    const admitted = await this.admit(activity, authorization);
    if (!admitted.ok) throw new AuthenticationError('Unauthorized', StatusCodes.UNAUTHORIZED);
    return admitted.value;
  }

  /** Nobody speaks to this bot over a streaming connection, and no bot uses it as its skill. */
  override authenticateStreamingRequest(): Promise<AuthenticateRequestResult> {
    return Promise.reject(new AuthenticationError('Unauthorized', StatusCodes.UNAUTHORIZED));
  }

  override authenticateChannelRequest(): Promise<ClaimsIdentity> {
    return Promise.reject(new AuthenticationError('Unauthorized', StatusCodes.UNAUTHORIZED));
  }

  override createConnectorFactory(): ConnectorFactory {
    return this.#connectors;
  }

  override createUserTokenClient(): Promise<UserTokenClient> {
    this.#userTokens ??= super.createUserTokenClient(this.#self).catch((failure: unknown) => {
      this.#userTokens = undefined;
      throw failure;
    });
    return this.#userTokens;
  }
}

const trustsOf = (bot: BotCredentials, cloud: Cloud, acceptEmulator: boolean, now: () => Instant): Trust[] => {
  const signedAt = (metadataUrl: string): TokenVerifier => createTokenVerifier(signingKeysAt(metadataUrl, now), now);
  const channel = channelTrust(bot.appId, cloud.tokenIssuer, signedAt(cloud.openIdMetadataUrl));
  return acceptEmulator ? [channel, emulatorTrust(bot, signedAt(cloud.emulatorMetadataUrl))] : [channel];
};

const identityOf = ({ appId }: BotCredentials): ClaimsIdentity =>
  new ClaimsIdentity(
    [
      { type: AuthenticationConstants.AudienceClaim, value: appId },
      { type: AuthenticationConstants.AppIdClaim, value: appId },
    ],
    true,
  );

/** All of them: setting one makes the SDK drop its defaults of the others. */
const endpointsOf = (cloud: Cloud): Record<string, string> => ({
  ToBotFromChannelTokenIssuer: cloud.tokenIssuer,
  ToBotFromChannelOpenIdMetadataUrl: cloud.openIdMetadataUrl,
  ToBotFromEmulatorOpenIdMetadataUrl: cloud.emulatorMetadataUrl,
  ToChannelFromBotLoginUrl: cloud.loginUrl,
  ToChannelFromBotOAuthScope: cloud.scope,
  OAuthUrl: cloud.oauthUrl,
  CallerId: cloud.callerId,
  ValidateAuthority: 'true',
});

const credentialsOf = (bot: BotCredentials | undefined): ServiceClientCredentialsFactory => {
  if (!bot) return new PasswordServiceClientCredentialFactory('', '');
  if (bot.type === 'UserAssignedMSI')
    return new ManagedIdentityServiceClientCredentialsFactory(bot.appId, new JwtTokenProviderFactory());
  const tenant = bot.type === 'SingleTenant' ? (bot.tenantId ?? '') : '';
  return new PasswordServiceClientCredentialFactory(bot.appId, bot.password ?? '', tenant);
};
