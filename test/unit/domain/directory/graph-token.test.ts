import { createTokens } from '../../../../domain/directory/graph-token';

test('a refusal that arrives late does not throw away the token that was signed in for since', async () => {
  let signIns = 0;
  const answer = async (): Promise<Response> => {
    signIns += 1;
    return Response.json({ access_token: `token ${signIns}`, expires_in: 3_600 });
  };
  const tokens = createTokens(
    { fetch: answer, now: () => 0, timeoutMs: 1_000 },
    { loginBase: 'http://login', tenantId: 't', clientId: 'c', clientSecret: 's', scopeBase: 'http://graph' },
  );
  const deadline = performance.now() + 1_000;
  const old = await tokens.current(deadline);
  tokens.forget(old);
  const renewed = await tokens.current(deadline);
  tokens.forget(old);
  expect(await tokens.current(deadline)).toBe(renewed);
  expect(signIns).toBe(2);
});
