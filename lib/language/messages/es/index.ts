import alerts from './alerts.json';
import approvals from './approvals.json';
import audit from './audit.json';
import broken from './broken.json';
import frame from './frame.json';
import keys from './keys.json';
import people from './people.json';
import reveal from './reveal.json';
import roles from './roles.json';
import settings from './settings.json';
import signIn from './signIn.json';
import support from './support.json';
import you from './you.json';

/** The catalogue's rooms. A room that is missing in one language fails the types; a key, `catalogue.test.ts`. */
export default { alerts, approvals, audit, broken, frame, keys, people, reveal, roles, settings, signIn, support, you };
