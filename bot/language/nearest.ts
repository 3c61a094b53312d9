import type { Concept } from './concepts';
import type { IntentName } from './intents';
import { has, type Reading } from './reading';

const BESIDE: readonly (readonly [Concept, IntentName])[] = [
  ['invoice', 'list_invoices'],
  ['charged', 'list_invoices'],
  ['card', 'list_payment_methods'],
  ['profile', 'list_billing_profiles'],
  ['selfService', 'admin_list_purchases'],
  ['autoRenew', 'list_subscriptions'],
  ['assign', 'assign_license'],
  ['give', 'assign_license'],
  ['unassign', 'unassign_license'],
  ['buy', 'show_catalog'],
  ['cancel', 'list_subscriptions'],
  ['license', 'list_assignments'],
  ['subscription', 'list_subscriptions'],
  ['price', 'show_catalog'],
  ['support', 'contact_support'],
];
const ALWAYS: readonly IntentName[] = ['list_subscriptions', 'help', 'show_catalog'];

/** Two or three things the bot can do that come nearest to what was said. */
export const nearestTo = (reading: Reading): IntentName[] => {
  const near = BESIDE.filter(([concept]) => has(reading, concept)).map(([, intent]) => intent);
  return [...new Set([...near, ...ALWAYS])].slice(0, 3);
};
