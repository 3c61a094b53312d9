import type { TemplateName } from './screen';
import answers from './templates/answers.json';
import assign from './templates/assign.json';
import cancel from './templates/cancel.json';
import choose from './templates/choose.json';
import entries from './templates/entries.json';
import guide from './templates/guide.json';
import invoice from './templates/invoice.json';
import invoices from './templates/invoices.json';
import message from './templates/message.json';
import pages from './templates/pages.json';
import profile from './templates/profile.json';
import purchases from './templates/purchases.json';
import quote from './templates/quote.json';
import request from './templates/request.json';
import rows from './templates/rows.json';
import subscription from './templates/subscription.json';
import support from './templates/support.json';
import topics from './templates/topics.json';
import unassign from './templates/unassign.json';

export const templates: Readonly<Record<TemplateName, object>> = {
  answers,
  assign,
  cancel,
  choose,
  entries,
  guide,
  invoice,
  invoices,
  message,
  purchases,
  profile,
  pages,
  quote,
  request,
  rows,
  subscription,
  support,
  topics,
  unassign,
};
