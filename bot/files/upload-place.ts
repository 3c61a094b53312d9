/** Where Microsoft keeps files of Teams: the sites of SharePoint and OneDrive, of each of its clouds. */
const PLACES = ['sharepoint.com', 'sharepoint.us', 'sharepoint-mil.us', 'sharepoint.cn', 'svc.ms'];

/** Whether an address may be sent a file, or be shown as the place of one. */
export type MayHold = (address: URL) => boolean;

/** Over https alone, to a host of Microsoft's, at the usual port, and with nobody's password in it. */
export const isMicrosofts: MayHold = ({ protocol, hostname, port, username, password }) =>
  protocol === 'https:' &&
  port === '' &&
  username === '' &&
  password === '' &&
  PLACES.some(place => hostname.endsWith(`.${place}`));
