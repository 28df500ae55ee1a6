import acknowledgements from './acknowledgements.json' with { type: 'json' };
import alerts from './alerts.json' with { type: 'json' };
import approvals from './approvals.json' with { type: 'json' };
import audit from './audit.json' with { type: 'json' };
import broken from './broken.json' with { type: 'json' };
import bulk from './bulk.json' with { type: 'json' };
import columns from './columns.json' with { type: 'json' };
import controls from './controls.json' with { type: 'json' };
import deliveries from './deliveries.json' with { type: 'json' };
import exceptions from './exceptions.json' with { type: 'json' };
import exports from './exports.json' with { type: 'json' };
import filters from './filters.json' with { type: 'json' };
import frame from './frame.json' with { type: 'json' };
import home from './home.json' with { type: 'json' };
import identifiers from './identifiers.json' with { type: 'json' };
import jobs from './jobs.json' with { type: 'json' };
import keys from './keys.json' with { type: 'json' };
import legs from './legs.json' with { type: 'json' };
import live from './live.json' with { type: 'json' };
import panel from './panel.json' with { type: 'json' };
import parsing from './parsing.json' with { type: 'json' };
import payment from './payment.json' with { type: 'json' };
import people from './people.json' with { type: 'json' };
import proof from './proof.json' with { type: 'json' };
import reasons from './reasons.json' with { type: 'json' };
import reconciliation from './reconciliation.json' with { type: 'json' };
import refunds from './refunds.json' with { type: 'json' };
import remarks from './remarks.json' with { type: 'json' };
import reveal from './reveal.json' with { type: 'json' };
import roles from './roles.json' with { type: 'json' };
import rules from './rules.json' with { type: 'json' };
import search from './search.json' with { type: 'json' };
import settings from './settings.json' with { type: 'json' };
import signIn from './signIn.json' with { type: 'json' };
import statements from './statements.json' with { type: 'json' };
import support from './support.json' with { type: 'json' };
import table from './table.json' with { type: 'json' };
import transactions from './transactions.json' with { type: 'json' };
import views from './views.json' with { type: 'json' };
import webhooks from './webhooks.json' with { type: 'json' };
import words from './words.json' with { type: 'json' };
import workbench from './workbench.json' with { type: 'json' };
import you from './you.json' with { type: 'json' };

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
