/** As the checks say it themselves. */
export default {
  'area-buurt-once': 'No wijk has a buurt of which another wijk has the whole, in one year (decisions/0027).',
  'area-ended':
    'An area that ended consists of nothing since, so that its ground can be of another (decisions/0027).',
  'area-tree': 'Every area hangs, without circles, under one that exists at least as long (domain.md §0).',
  'decision-outcome':
    'Every decision says what its numbers of members and votes lead to (art. 20, 29, 30 and 32 Gemeentewet).',
  'decision-votes':
    'The votes that a decision counts are the votes that were cast by who has no interest (art. 28 Gemeentewet).',
  'decision-mandate': 'No body decides on more than its mandate on that day.',
  'decision-own-item':
    'A decision is taken by the body of the meeting, on the initiative of the item, for no more than was proposed.',
  'decision-numbered': 'The decisions of a body are numbered from 1 in every year, without gaps.',
  'vote-by-member': 'Only who held a voting seat of the body on the day, and was present, has voted.',
  'vote-without-conflict':
    'Nobody has voted on an initiative of their own, or while an interest was known or reported (art. 28 Gemeentewet).',
  'decision-without-open-report':
    'Nothing is decided while a report of an interest waits for its member or for a ruling.',
  'ruling-by-another': 'Nobody rules on a report of their own or about themselves, nor on what was accepted.',
  'seat-once': 'No two people sit in one seat, and nobody sits twice in one body, at the same time.',
  'claim-blocked': 'What is asked back of a grant is blocked in its pool until it comes in, per source.',
  'cost-is-income': 'What a grant cost was paid for by its sources, to the cent.',
  'settlement-booked': 'Every settlement says what its entry books, and a grant is settled once.',
  'settlement-recorded': 'Every entry that settles a grant has its settlement.',
  'grant-per-decision': 'Every adopted decision has exactly one grant, of the decided amount.',
  'grant-decided':
    'No money is granted but by an adopted decision of the same initiative, and reserved for that initiative alone.',
  'grant-state':
    'What is committed to an initiative is what its page says was granted, until it is settled; nothing for any other.',
  'reserved-state':
    'Money stays reserved only for an initiative that still waits for its decision, and never more than it asks.',
  'advance-within-grant':
    'Until a grant is settled, of no source more is advanced than it granted, and no more waits or is under way than was advanced.',
  'requested-lines': 'What an initiative asks is the sum of its lines less its own contribution.',
  'initiative-applicant': 'Every initiative has one applicant.',
  'timeline-allowed': 'Every change of state in a timeline is one that the lifecycle has.',
  'timeline-chain': 'Every step of a timeline starts where the step before it ended.',
  'timeline-end': 'The state of an initiative is the end of its timeline.',
  'support-by-neighbour': 'Who asks for the money is not counted among its supporters.',
  'comment-moderated':
    'Every public comment was accepted by somebody else than its author, and every refusal says why.',
  'entry-chain':
    'Every entry has the hash of what it says and of the entry before it, up to the head of its journal.',
  'balance-per-day': 'What moved on an account per day sums to its balance.',
  'task-field-of-year': 'Every posting has a taakveld that exists in its year.',
  'entry-balanced': 'In every entry debit equals credit, over the entry and per source.',
  'entry-whole': 'Every entry has as many postings as it says, numbered from 1.',
  'entry-numbered':
    'The entries of a journal are numbered from 1 without gaps, up to the last number of the journal.',
  'entry-side': 'An entry touches only the kinds of account that its kind allows on that side.',
  'entry-own-wijk': 'Money of a wijk is booked in the journal of that wijk, whose lock guards it.',
  'entry-audited': 'Every entry stands in the audit log, once, with the same actor and kind.',
  'balance-replay': 'Every stored balance is the sum of its postings.',
  'balance-after': 'The balances written beside the postings form one chain from zero to the stored balance.',
  'balance-order': 'On the accounts of a wijk each posting continues the balance of the one before it.',
  'balance-bounds': 'Accounts and balances have the bounds of their kind and stay within them.',
  'weight-replay':
    'The weight of a source is what was left of it in the pool after the entry that the weights count from.',
  'weight-covers': 'In every pool each source has a weight, and never more left than it weighs.',
  'reversal-opposite':
    'A reversal is the exact opposite of the entry it names, over the same accounts and sources.',
  'payment-booked':
    'Every line of an approved batch is one order of that amount, to that grant or back for that source, and no other batch ordered anything.',
  'payment-told':
    'What the books say that the bank paid is what its statement told, and of one order of that amount.',
  'payment-payee-confirmed':
    'No payment was listed to an account that waited, unless somebody else than who recorded it and than who made the list confirmed it first.',
  'payment-payee-recorder': 'Nobody approved a batch that pays to an account that they recorded.',
  'payment-undone': 'The bank paid nothing of which the booking was taken back, unless it came back as well.',
  'payment-listed-once': 'A grant stands on one open batch at most.',
  'statement-adds-up': 'The lines of a bank statement bring its opening balance to its closing balance.',
  'match-booked':
    'What a movement on a statement was booked as moved that amount on the bank or a part of it, on its day unless by hand.',
  'bank-is-ledger':
    'The last statement of the bank and the books differ only by what is named: what was there before the first statement, days that no statement tells of, movements that are not booked, and entries that no statement told of.',
  'statement-follows':
    'The statements of an account follow on each other without a gap, and where two are about the same days every line is explained.',
  'movement-booked-once':
    'A movement that several statements tell of is booked once, unless somebody said why it is another.',
  'earmark-kept': 'Earmarked money is set apart only for what it is meant for, and in time.',
  'division-booked': 'What a division gave to each wijk is what its entries promised there.',
  'count-input': 'Every outcome was counted from what its round publishes now.',
  'round-content': 'Every round is known by what it holds now (decisions/0020).',
  'round-ballots': 'Every round has as many ballots as it says, numbered from 1 without gaps.',
  'round-projects': 'Every round has as many projects as it says, in places from 0 without gaps.',
  'round-meta': 'Every round has as many lines about itself as it says, in places from 0 without gaps.',
  'round-audited': 'Every round stands in the audit log, once.',
  'withdrawal-audited': 'Every round that was withdrawn stands so in the audit log, once, with its reason.',
  'round-replaces': 'A round that came in place of another holds the same vote, and came later.',
  'ballot-choices': 'Every choice on a ballot is a project of its round, and stands there once.',
  'ballot-points':
    'A ballot gives points exactly where the way of voting has them, and then to each of its choices.',
  'count-projects':
    'Every outcome tells of each project of its round, in the order in which ballots point at them.',
  'count-winners':
    'Winners are projects of the round, each once, that cost together what the outcome says and no more than the budget.',
  'count-voters':
    'Every outcome is about all voters of its round, and says of all of them how many of their choices won.',
  'count-progress': 'Progress tells of no more outcomes than there are, nor than there will be.',
  'closed-year-empty': 'In a closed year nothing is left to decide about.',
};
