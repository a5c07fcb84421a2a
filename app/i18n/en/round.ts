export default {
  votes_one: '{{number}} vote',
  votes_other: '{{number}} votes',
  points_one: '{{number}} point',
  points_other: '{{number}} points',
  fromTo: '{{from}} to {{until}}',
  list: {
    title: 'Voting',
    intro: 'In a round, residents vote on a budget together: they choose which plans will happen.',
    description: 'All voting rounds: what people voted on, what was chosen and why.',
    budget: 'Budget: {{budget}}',
    voters_one: '{{voters}} resident voted',
    voters_other: '{{voters}} residents voted',
    chosen: 'By equal shares: {{chosen}} of {{projects}} plans chosen',
    counting: 'We are counting the votes',
    emptyTitle: 'There has been no round yet',
    empty: 'After a vote you find the outcome here: what was chosen and why. Read now how we count.',
  },
  facts: {
    place: 'Where',
    when: 'When',
    budget: 'Budget',
    projects: 'Plans',
    voters: 'Voters',
    how: 'How people voted',
  },
  voted: {
    approval: 'One or more plans for each voter',
    atMost_one: 'At most {{count}} plan for each voter',
    atMost_other: 'At most {{count}} plans for each voter',
    'choose-1': 'One plan for each voter',
    ordinal: 'Plans in order: the plan liked best got most points',
    cumulative: 'Each voter divided points over plans',
    scoring: 'Each voter gave points to plans',
  },
  withdrawn: {
    pageTitle: 'Withdrawn: {{name}}',
    description: 'The round {{name}} has been withdrawn. Here you read when and why.',
    title: 'This round has been withdrawn',
    on: 'Withdrawn on',
    reason: 'Why: {{reason}}',
    means:
      'The outcome no longer holds. So the round is no longer in the list, and we do not show the outcome.',
    again: 'This vote was read in again. See that round',
  },
  outcome: {
    pageTitle: 'Outcome of {{name}}',
    description: 'The outcome of {{name}}: which plans were chosen, what they cost and why.',
    chosen_one: '{{chosen}} of {{projects}} plans is chosen',
    chosen_other: '{{chosen}} of {{projects}} plans are chosen',
    money: 'That costs {{spent}}. {{left}} is left.',
    fromFile: 'The votes of this round come from a file. Wijkkas counted them.',
    elsewhere:
      'This round was held somewhere else and is over. Wijkkas counted the votes again, from a file. What was decided there at the time may differ.',
    otherRule: 'You now see the outcome by another way of counting: {{name}}.',
    toUsual: 'Back to equal shares',
  },
  parts: { title: 'On this page', rule: 'How we counted' },
  bar: {
    shares_one: 'Paid from equal shares: {{projects}} plan',
    shares_other: 'Paid from equal shares: {{projects}} plans',
    chosen_one: 'Chosen: {{projects}} plan',
    chosen_other: 'Chosen: {{projects}} plans',
    filled_one: 'Filled up with what was left: {{projects}} plan',
    filled_other: 'Filled up with what was left: {{projects}} plans',
    left: 'Left over',
  },
  counting: {
    title: 'We are counting the votes',
    soon: 'The count begins in a moment.',
    progress: '{{done}} of {{total}} ways of counting done.',
    fresh: 'The outcome will appear here by itself. You can also come back later.',
    again: 'See if the outcome is there',
  },
  failed: {
    title: 'This outcome is not there',
    status: 'The count did not succeed, or our own check found an error.',
    next: 'We show nothing until someone has looked at it.',
    why: 'We check every count ourselves before it goes online. No vote is lost.',
  },
  rule: {
    title: 'How we counted: {{name}}',
    example: 'Read with an example how equal shares works',
    start:
      'The budget of {{budget}} is divided into equal shares: each of the {{voters}} voters began with {{start}}.',
    pay: {
      votes:
        'A plan is paid by the people who voted for it, each the same amount. Whoever has too little gives what is left.',
      points:
        'A plan is paid by the people who gave it points. Whoever gave more points pays more. Whoever has too little gives what is left.',
    },
    first: {
      cost: {
        votes:
          'Each time the plan with most votes goes first. Whoever can only pay half counts as half a vote.',
        points:
          'Each time the plan with most points goes first. The points of whoever can only pay half count for half.',
      },
      card: {
        votes: 'Each time the plan that costs each voter least goes first.',
        points: 'Each time the plan that costs least per point goes first.',
      },
    },
    raise:
      'Then everybody got {{step}} more, again and again, and we counted anew. That went on until nothing more fitted, or it cost too much. The last count that fitted in the budget stands: each voter got {{endowment}}.',
    notRaised: {
      exhaustive: 'That share did not have to grow: no other plan fitted any more.',
      'next-over-budget': 'That share could not grow: then the plans would cost more than the budget.',
    },
    fill: {
      votes: 'With what was left we chose plans that still fitted, those with most votes first.',
      points: 'With what was left we chose plans that still fitted, those with most points first.',
    },
    greedy: {
      votes: 'The plans stand in order of the number of votes.',
      points: 'The plans stand in order of the number of points.',
    },
    'greedy-ratio': {
      votes: 'The plans stand in order of the number of votes per {{unit}}.',
      points: 'The plans stand in order of the number of points per {{unit}}.',
    },
    line: 'From top to bottom each plan that still fitted in the budget was chosen. What did not fit was skipped.',
    overBudget: 'A plan that costs more than the whole budget did not take part.',
    ties: {
      votes:
        'Were plans equal? Then the one with most votes went first, then the cheapest, then the first number. No lots were drawn.',
      points:
        'Were plans equal? Then the one with most points went first, then the cheapest, then the first number. No lots were drawn.',
      greedy: 'Were plans equal? Then the cheapest went first, then the first number. No lots were drawn.',
    },
  },
  exact: {
    title: 'The exact numbers of this count',
    endowment: 'Each voter got {{near}}.',
    rounded: 'That is rounded down. Exactly it is {{currency}} {{exact}}.',
    exhaustive_one:
      'We raised {{count, number}} time by {{step}}. After that no plan with votes fitted any more.',
    exhaustive_other:
      'We raised {{count, number}} times by {{step}}. After that no plan with votes fitted any more.',
    'next-over-budget_one':
      'We raised {{count, number}} time by {{step}}. With one more the plans would cost more than the budget.',
    'next-over-budget_other':
      'We raised {{count, number}} times by {{step}}. With one more the plans would cost more than the budget.',
    overBudget_zero: 'No plan cost more than the whole budget.',
    overBudget_one: '{{count, number}} plan cost more than the whole budget.',
    overBudget_other: '{{count, number}} plans cost more than the whole budget.',
    noTies: 'At no choice were plans equal.',
    ties_one: 'At {{count, number}} choice plans were equal:',
    ties_other: 'At {{count, number}} choices plans were equal:',
    and: ' and ',
    decided: {
      votes: ': most votes or points decided.',
      cost: ': the lowest cost decided.',
      lot: ': the first number decided.',
    },
    tiesMet_one: 'In all counts together plans were equal {{count, number}} time.',
    tiesMet_other: 'In all counts together plans were equal {{count, number}} times.',
    ids: 'The numbers are those of the file. We sort them as text, so 10 comes before 2.',
  },
  projects: {
    title: 'All plans',
    found_one: '{{count}} plan',
    found_other: '{{count}} plans',
    none: 'No plan found',
    noneHelp: 'No plan fits what you are looking for. Try another word, or take a filter away.',
    all: 'Show all plans',
  },
  search: {
    text: 'Find a plan',
    submit: 'Search',
    filters: 'Filter and sort',
    state: 'Outcome',
    anyState: 'All plans',
    category: 'Subject',
    anyCategory: 'All subjects',
    sort: 'Order',
    apply: 'Apply',
  },
  state: { chosen: 'Chosen', rest: 'Not chosen' },
  sort: {
    outcome: 'Chosen first',
    votes: 'Most votes first',
    points: 'Most points first',
    highest: 'Most expensive first',
    lowest: 'Cheapest first',
    support: 'Best covered first',
    name: 'Name, from A to Z',
  },
  support: {
    label: 'Cover:',
    meaning:
      'Each plan shows its cover: which part of the cost its voters would pay together. 100% is just enough to win by equal shares. 50% is half of that, 200% is twice as much. Below 100% a plan can still be chosen with money that was left.',
  },
  wentTo: {
    title: 'Where did the voters’ money go?',
    intro: 'The voters of this plan together also paid for:',
    others_one: '{{count}} other plan',
    others_other: '{{count}} other plans together',
  },
  reason: {
    near: 'Only just not chosen',
    not: 'Not chosen',
    free: 'Chosen: this plan costs nothing, and people voted for it.',
    paidByShares_one: 'Chosen in round {{round}}. {{payers}} voter paid {{cost}}.',
    paidByShares_other: 'Chosen in round {{round}}. {{payers}} voters paid {{cost}} together.',
    byVotes: 'Chosen with {{votes}}. It still fitted in the budget.',
    byRatio: 'Chosen with {{votes}}. That is many for what it costs, and it still fitted in the budget.',
    filledUp: 'Chosen with money that was left. No other plan that still fitted had more votes.',
    filledUpPoints: 'Chosen with money that was left. No other plan that still fitted had more points.',
    filledWithoutVotes: 'Chosen with money that was left. It still fitted, although nobody voted for it.',
    overBudget: 'Not chosen: this plan costs more than the whole budget. So it did not take part.',
    withoutVotes: 'Not chosen: nobody voted for this plan.',
    withoutPoints: 'Not chosen: nobody gave points to this plan.',
    notAffordable:
      '{{so}}: after round {{round}} the voters had {{left}} left together. That is {{lack}} too little.',
    neverAffordable: '{{so}}: from the start the voters together had {{lack}} too little.',
    doesNotFit: 'Not chosen: other plans went first. After that too little money was left.',
  },
};
