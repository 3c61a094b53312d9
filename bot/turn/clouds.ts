import { AuthenticationConstants, GovernmentConstants } from 'botframework-connector';
import { CallerIdConstants } from 'botframework-schema';

/** The addresses of one cloud of the Bot Framework. They are always used together. */
export interface Cloud {
  readonly tokenIssuer: string;
  readonly openIdMetadataUrl: string;
  readonly emulatorMetadataUrl: string;
  readonly loginUrl: string;
  readonly scope: string;
  readonly oauthUrl: string;
  readonly callerId: string;
}

const PUBLIC: Cloud = {
  tokenIssuer: AuthenticationConstants.ToBotFromChannelTokenIssuer,
  openIdMetadataUrl: AuthenticationConstants.ToBotFromChannelOpenIdMetadataUrl,
  emulatorMetadataUrl: AuthenticationConstants.ToBotFromEmulatorOpenIdMetadataUrl,
  loginUrl: AuthenticationConstants.ToChannelFromBotLoginUrl,
  scope: AuthenticationConstants.ToChannelFromBotOAuthScope,
  oauthUrl: AuthenticationConstants.OAuthUrl,
  callerId: CallerIdConstants.PublicAzureChannel,
};

const US_GOVERNMENT: Cloud = {
  tokenIssuer: GovernmentConstants.ToBotFromChannelTokenIssuer,
  openIdMetadataUrl: GovernmentConstants.ToBotFromChannelOpenIdMetadataUrl,
  emulatorMetadataUrl: GovernmentConstants.ToBotFromEmulatorOpenIdMetadataUrl,
  loginUrl: GovernmentConstants.ToChannelFromBotLoginUrl,
  scope: GovernmentConstants.ToChannelFromBotOAuthScope,
  oauthUrl: GovernmentConstants.OAuthUrl,
  callerId: CallerIdConstants.USGovChannel,
};

/**
 * The cloud whose issuer this is, with the keys fetched where the caller says; the public cloud without one. An issuer
 * nobody knows keeps the public cloud's outbound addresses.
 */
export const cloudOf = (openIdMetadataUrl: string | undefined, tokenIssuer: string | undefined): Cloud => {
  if (openIdMetadataUrl === undefined || tokenIssuer === undefined) return PUBLIC;
  const known = [PUBLIC, US_GOVERNMENT].find(cloud => cloud.tokenIssuer === tokenIssuer);
  return {
    ...(known ?? PUBLIC),
    tokenIssuer,
    openIdMetadataUrl,
    emulatorMetadataUrl: known?.emulatorMetadataUrl ?? openIdMetadataUrl,
  };
};
