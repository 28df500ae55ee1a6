import acknowledgements from './acknowledgements.json';
import alerts from './alerts.json';
import approvals from './approvals.json';
import audit from './audit.json';
import broken from './broken.json';
import bulk from './bulk.json';
import columns from './columns.json';
import controls from './controls.json';
import deliveries from './deliveries.json';
import exceptions from './exceptions.json';
import exports from './exports.json';
import filters from './filters.json';
import frame from './frame.json';
import home from './home.json';
import identifiers from './identifiers.json';
import jobs from './jobs.json';
import keys from './keys.json';
import legs from './legs.json';
import live from './live.json';
import panel from './panel.json';
import parsing from './parsing.json';
import payment from './payment.json';
import people from './people.json';
import proof from './proof.json';
import reasons from './reasons.json';
import reconciliation from './reconciliation.json';
import refunds from './refunds.json';
import remarks from './remarks.json';
import reveal from './reveal.json';
import roles from './roles.json';
import rules from './rules.json';
import search from './search.json';
import settings from './settings.json';
import signIn from './signIn.json';
import statements from './statements.json';
import support from './support.json';
import table from './table.json';
import transactions from './transactions.json';
import views from './views.json';
import webhooks from './webhooks.json';
import words from './words.json';
import workbench from './workbench.json';
import you from './you.json';

/** The catalogue's rooms. A room that is missing in one language fails the types; a key, `catalogue.test.ts`. */
export default {
  acknowledgements,
  alerts,
  approvals,
  audit,
  broken,
  bulk,
  columns,
  controls,
  deliveries,
  exceptions,
  exports,
  filters,
  frame,
  home,
  identifiers,
  jobs,
  keys,
  legs,
  live,
  panel,
  parsing,
  payment,
  people,
  proof,
  reasons,
  reconciliation,
  refunds,
  remarks,
  reveal,
  roles,
  rules,
  search,
  settings,
  signIn,
  statements,
  support,
  table,
  transactions,
  views,
  webhooks,
  words,
  workbench,
  you,
};
