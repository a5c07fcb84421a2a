import access from './access';
import area from './area';
import common from './common';
import concept from './concept';
import council from './council';
import error from './error';
import initiative from './initiative';
import ledger from './ledger';
import pages from './pages';
import people from './people';
import site from './site';
import ui from './ui';

export default { access, area, common, concept, council, error, initiative, ledger, pages, people, site, ui };
