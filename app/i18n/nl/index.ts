import access from './access';
import admin from './admin';
import area from './area';
import audit from './audit';
import check from './check';
import common from './common';
import concept from './concept';
import council from './council';
import error from './error';
import gemeente from './gemeente';
import grant from './grant';
import health from './health';
import initiative from './initiative';
import ledger from './ledger';
import letter from './letter';
import limit from './limit';
import money from './money';
import notice from './notice';
import outcome from './outcome';
import pages from './pages';
import payment from './payment';
import people from './people';
import postcode from './postcode';
import project from './project';
import residence from './residence';
import roster from './roster';
import round from './round';
import scheme from './scheme';
import schemeDesk from './schemeDesk';
import shares from './shares';
import site from './site';
import source from './source';
import statement from './statement';
import ui from './ui';
import voting from './voting';
import yearEnd from './yearEnd';

export default {
  access,
  admin,
  area,
  audit,
  check,
  common,
  concept,
  council,
  error,
  gemeente,
  grant,
  health,
  initiative,
  ledger,
  letter,
  limit,
  money,
  notice,
  outcome,
  pages,
  payment,
  people,
  postcode,
  project,
  residence,
  roster,
  round,
  scheme,
  schemeDesk,
  shares,
  site,
  source,
  statement,
  ui,
  voting,
  yearEnd,
};
