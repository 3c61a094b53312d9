import { z } from 'zod';
import { messageScreen } from '../../cards/screens';
import { addPaymentMethod } from './add-payment-method';
import { adminShowAudit } from './admin-audit';
import { adminExportPurchases } from './admin-export';
import { adminNoticeSettings, sendNoticesHere, stopNoticesHere } from './admin-notices';
import { adminSetPolicy, adminShowPolicies } from './admin-policy';
import { adminListPurchases, adminShowPurchase, adminShowTotals, refreshPurchase } from './admin-purchases';
import { answerLicenseRequest, withdrawLicenseRequest } from './answer-license-request';
import { assignLicense } from './assign-license';
import { editBillingProfile, showBillingProfile } from './billing-profile';
import { buySubscription } from './buy-subscription';
import { cancelSubscription } from './cancel-subscription';
import { changeLanguage } from './change-language';
import { contactSupport } from './contact-support';
import { deletePaymentMethod } from './delete-payment-method';
import { adminDeliveryReport } from './delivery-report';
import { help } from './help';
import { startNotices, stopNotices } from './license-notices';
import { listLicenseRequests, showLicenseRequest } from './license-requests';
import { addLicenses, removeLicenses, setLicenseTotal } from './license-total';
import { listAssignments } from './list-assignments';
import { listBillingProfiles } from './list-billing-profiles';
import { listInvoices } from './list-invoices';
import { listPaymentMethods } from './list-payment-methods';
import { listSubscriptions } from './list-subscriptions';
import { reactivateSubscription } from './reactivate-subscription';
import { turnOffAutoRenew, turnOnAutoRenew } from './recurring-billing';
import { replacePaymentMethod } from './replace-payment-method';
import { requestLicense } from './request-license';
import { sendInvoice } from './send-invoice';
import { showCatalog } from './show-catalog';
import { showFaq } from './show-faq';
import { showHistory } from './show-history';
import { showInvoice } from './show-invoice';
import { keepSubscription, refreshSubscription, showSubscription } from './show-subscription';
import type { Reply, Turn } from './turn';
import { unassignLicense } from './unassign-license';
import { undo } from './undo';
import { updatePaymentMethod } from './update-payment-method';

/** What a person wants done: the one union that typed text and pressed buttons both become. */
export const commandSchema = z.discriminatedUnion('type', [
  assignLicense.schema,
  cancelSubscription.schema,
  changeLanguage.schema,
  contactSupport.schema,
  help.schema,
  keepSubscription.schema,
  listAssignments.schema,
  listInvoices.schema,
  listSubscriptions.schema,
  refreshSubscription.schema,
  showInvoice.schema,
  sendInvoice.schema,
  showSubscription.schema,
  turnOffAutoRenew.schema,
  turnOnAutoRenew.schema,
  unassignLicense.schema,
  addLicenses.schema,
  removeLicenses.schema,
  setLicenseTotal.schema,
  buySubscription.schema,
  reactivateSubscription.schema,
  showCatalog.schema,
  showFaq.schema,
  showHistory.schema,
  startNotices.schema,
  stopNotices.schema,
  addPaymentMethod.schema,
  updatePaymentMethod.schema,
  replacePaymentMethod.schema,
  deletePaymentMethod.schema,
  listPaymentMethods.schema,
  listBillingProfiles.schema,
  showBillingProfile.schema,
  editBillingProfile.schema,
  undo.schema,
  adminDeliveryReport.schema,
  requestLicense.schema,
  listLicenseRequests.schema,
  showLicenseRequest.schema,
  answerLicenseRequest.schema,
  withdrawLicenseRequest.schema,
  adminExportPurchases.schema,
  adminNoticeSettings.schema,
  sendNoticesHere.schema,
  stopNoticesHere.schema,
  adminListPurchases.schema,
  adminSetPolicy.schema,
  adminShowAudit.schema,
  adminShowPolicies.schema,
  adminShowPurchase.schema,
  adminShowTotals.schema,
  refreshPurchase.schema,
]);

export type Command = z.infer<typeof commandSchema>;

/** Every command has its answer here, or this does not compile. */
const answers: {
  readonly [K in Command['type']]: (command: Extract<Command, { type: K }>, turn: Turn) => Promise<Reply>;
} = {
  assign_license: assignLicense.answer,
  cancel_subscription: cancelSubscription.answer,
  change_language: changeLanguage.answer,
  contact_support: contactSupport.answer,
  help: help.answer,
  keep_subscription: keepSubscription.answer,
  list_assignments: listAssignments.answer,
  list_invoices: listInvoices.answer,
  list_subscriptions: listSubscriptions.answer,
  refresh_purchase: refreshPurchase.answer,
  refresh_subscription: refreshSubscription.answer,
  show_invoice: showInvoice.answer,
  send_invoice: sendInvoice.answer,
  show_subscription: showSubscription.answer,
  turn_off_auto_renew: turnOffAutoRenew.answer,
  turn_on_auto_renew: turnOnAutoRenew.answer,
  unassign_license: unassignLicense.answer,
  add_licenses: addLicenses.answer,
  remove_licenses: removeLicenses.answer,
  set_license_total: setLicenseTotal.answer,
  buy_subscription: buySubscription.answer,
  reactivate_subscription: reactivateSubscription.answer,
  show_catalog: showCatalog.answer,
  show_faq: showFaq.answer,
  show_history: showHistory.answer,
  start_notices: startNotices.answer,
  stop_notices: stopNotices.answer,
  add_payment_method: addPaymentMethod.answer,
  update_payment_method: updatePaymentMethod.answer,
  replace_payment_method: replacePaymentMethod.answer,
  delete_payment_method: deletePaymentMethod.answer,
  list_payment_methods: listPaymentMethods.answer,
  list_billing_profiles: listBillingProfiles.answer,
  show_billing_profile: showBillingProfile.answer,
  edit_billing_profile: editBillingProfile.answer,
  undo: undo.answer,
  admin_delivery_report: adminDeliveryReport.answer,
  request_license: requestLicense.answer,
  list_license_requests: listLicenseRequests.answer,
  show_license_request: showLicenseRequest.answer,
  answer_license_request: answerLicenseRequest.answer,
  withdraw_license_request: withdrawLicenseRequest.answer,
  admin_export_purchases: adminExportPurchases.answer,
  admin_notice_settings: adminNoticeSettings.answer,
  send_notices_here: sendNoticesHere.answer,
  stop_notices_here: stopNoticesHere.answer,
  admin_list_purchases: adminListPurchases.answer,
  admin_set_policy: adminSetPolicy.answer,
  admin_show_audit: adminShowAudit.answer,
  admin_show_policies: adminShowPolicies.answer,
  admin_show_purchase: adminShowPurchase.answer,
  admin_show_totals: adminShowTotals.answer,
};

/** What may be answered where others read it: nothing of it is anybody's own, or it sees to that itself. */
const GENERAL: ReadonlySet<Command['type']> = new Set([
  'help',
  'show_catalog',
  'show_faq',
  'change_language',
  'refresh_purchase',
  'refresh_subscription',
  'admin_notice_settings',
  'send_notices_here',
  'stop_notices_here',
  // Told in that conversation, to be answered there.
  'answer_license_request',
]);

/** What only looks. All else may change something, and its entry in the audit is waited for. */
const LOOKS: ReadonlySet<Command['type']> = new Set([
  'help',
  'keep_subscription',
  'list_assignments',
  'list_invoices',
  'list_subscriptions',
  'refresh_purchase',
  'refresh_subscription',
  'send_invoice',
  'show_invoice',
  'show_subscription',
  'show_catalog',
  'show_faq',
  'show_history',
  'list_payment_methods',
  'list_billing_profiles',
  'show_billing_profile',
  'admin_delivery_report',
  'admin_export_purchases',
  'admin_list_purchases',
  'admin_show_audit',
  'admin_show_policies',
  'admin_show_purchase',
  'admin_show_totals',
  'list_license_requests',
  'show_license_request',
]);

/** The answer to a command, which leaves its trail. */
export const answer = async <K extends Command['type']>(
  command: Extract<Command, { type: K }>,
  turn: Turn,
): Promise<Reply> => {
  const services = turn.trail.begin(command, turn.said, !LOOKS.has(command.type));
  const reply = await answerThere(command, { ...turn, services });
  return turn.trail.end(reply) ? { ...reply, otherwise: true } : reply;
};

/** In a group chat or channel all but what is general is answered in the person's own chat, and not done without one. */
const answerThere = async <K extends Command['type']>(
  command: Extract<Command, { type: K }>,
  turn: Turn,
): Promise<Reply> => {
  const isTheirs = turn.privately !== 'here' && !GENERAL.has(command.type);
  if (isTheirs && turn.privately === 'nowhere') {
    return {
      screen: messageScreen(turn.words, { text: 'group.open_chat', buttons: [{ type: 'help' }] }),
      aside: true,
      asks: true,
    };
  }
  if (!isTheirs) return answers[command.type as K](command, turn);
  // In their own chat nobody reads along.
  return { ...(await answers[command.type as K](command, { ...turn, isPrivate: true })), elsewhere: true };
};
