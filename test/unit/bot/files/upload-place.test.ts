import { isMicrosofts } from '../../../../bot/files/upload-place';

test.each([
  'https://contoso-my.sharepoint.com/personal/alex/_api/v2.0/drive/items/x/uploadSession?guid=1&tempauth=secret',
  'https://contoso.sharepoint.us/x',
  'https://contoso.sharepoint-mil.us/x',
  'https://contoso.sharepoint.cn/x',
  'https://northcentralus1-mediap.svc.ms/x',
])('%s may be sent a file', address => {
  expect(isMicrosofts(new URL(address))).toBe(true);
});

test.each([
  'http://contoso-my.sharepoint.com/x',
  'https://sharepoint.com.attacker.test/x',
  'https://evilsharepoint.com/x',
  'https://sharepoint.com/x',
  'https://attacker.test/.sharepoint.com',
  'https://attacker.test/?.sharepoint.com',
  'https://attacker.test#.sharepoint.com',
  'https://contoso.sharepoint.com@attacker.test/x',
  'https://user:password@contoso.sharepoint.com/x',
  'https://contoso.sharepoint.com:8443/x',
  'https://127.0.0.1/x',
  'https://169.254.169.254/latest/meta-data',
  'https://[::1]/x',
  'https://localhost/x',
  'file:///etc/passwd',
  'ftp://contoso.sharepoint.com/x',
])('%s may not', address => {
  expect(isMicrosofts(new URL(address))).toBe(false);
});
