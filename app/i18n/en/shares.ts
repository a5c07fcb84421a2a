export default {
  crumb: 'Equal shares',
  title: 'How do we count with equal shares?',
  description: 'How equal shares choose plans: an example with five voters, step by step.',
  intro:
    'Your vote is worth a share of the budget of its own. With that share you help the plans you voted for. So a small group also gets something for its votes.',
  project: {
    benches: 'Benches on the square',
    lights: 'Lights in the street',
    bookcase: 'Outdoor bookcase',
    cooking: 'Cooking class for neighbours',
  },
  ballots: {
    title: 'An example with five voters',
    intro:
      'The neighbourhood has {{budget}}. There are four plans. Together they cost {{cost}}, so not everything is possible. Five invented residents vote.',
    table: 'The plans and the votes',
    project: 'Plan',
    cost: 'Costs',
    who: 'Who voted for it',
    votes: 'Votes',
  },
  rounds: {
    title: 'How we count, step by step',
    start:
      'Every voter gets the same: {{budget}} divided by {{voters}} is {{share}}. That is your share. It is not real money: you do not keep it yourself.',
    rule: 'In each round we choose the plan with the most votes of people who can still pay. Those who voted for it all pay the same. Do you have too little? Then you pay all you have left, and your vote counts for a part only. The others then pay a little more.',
    round: 'Round {{number}}: {{project}}',
    why: 'This plan now has the most votes: {{votes}}. It costs {{cost}}.',
    pay_one: '{{names}} pays {{payment}}.',
    pay_other: '{{names}} pay {{payment}} each.',
    short: '{{voter}} has only {{paid}} and pays all that was left. So this vote now counts for {{vote}}.',
    lost: 'Now a plan drops out: {{project}}. It costs {{cost}}. Those who voted for it have {{left}} left together. That is {{lack}} too little.',
    table: 'What each voter has left after round {{number}}',
    voter: 'Voter',
    purse: 'Left',
    paid: 'Pays',
    left: 'Has left',
    bar: { left: 'Still left', now: 'Paid now', before: 'Paid before' },
  },
  outcome: {
    title: 'The outcome',
    intro:
      'With equal shares everybody here gets something for their vote. First you see that outcome, then what happens when only the most votes count.',
    byShares: 'With equal shares',
    byVotes: 'If only the most votes counted',
    how: {
      byShares: 'A plan is chosen when the people who voted for it can pay for it together.',
      byVotes: 'The plan with the most votes always goes first, as long as it fits in the money.',
    },
    chosen: 'Chosen',
    notChosen: 'Not chosen',
    money: 'Together they cost {{total}}. There is {{over}} left. No other plan fits in that.',
    served: '{{served}} of the {{voters}} voters have at least one chosen plan.',
    nothing: 'There is nothing for {{names}}.',
    table: 'How many chosen plans does each voter have?',
    voted: 'Voted for',
    short: { byShares: 'Equal shares', byVotes: 'Most votes' },
    fair: 'Three of the five voters want exactly the same. If only the most votes count, they decide about nearly everything. With equal shares they decide about their own share.',
  },
  ifs: {
    title: 'What if…',
    equal: {
      title: 'Plans are equal',
      body: [
        'Then the plan that most people voted for goes first. If that is equal too, the cheapest plan.',
        'Is everything equal? Then a lot decides. We draw once, and that order holds for every count. The file with the outcome says what settled it.',
        'Was the vote held elsewhere, then we do not draw. Then the order of the numbers of the plans holds.',
      ],
    },
    over: {
      title: 'Money is left',
      body: [
        'Does another plan with votes fit in what is left? Then everybody gets € 1 more on paper, and we count again from the start. We do so until no plan fits any more.',
        'Does the new outcome cost more than the budget? Then we stop, and the count before it stands. What is then left goes to the plans with the most votes that fit.',
        'The example did not need this. There was {{over}} left, and no plan fitted in that.',
      ],
    },
  },
  promises: {
    title: 'What we promise, and what we do not',
    yes: 'This we promise',
    no: 'This we do not promise',
    yesList: [
      'The chosen plans together never cost more than the budget.',
      'People who want exactly the same get their share. Are they a fifth of the voters? Then at least a fifth of the money is for their plans, or all their plans are chosen. What is too little for another plan of theirs does not count.',
      'Out of your share you only pay for plans you voted for. Only what is left after that goes to the most votes.',
      'What is left in the end is too small for any plan that was not chosen.',
      'The order of the votes makes no difference. Nor does the order of the plans on the list.',
    ],
    noList: [
      'One vote more or less can change the outcome. That holds for an empty vote too.',
      'Is a plan taken away that lost anyway? Then the outcome can become different.',
      'Very rarely a plan loses because it becomes cheaper, or even because it gets more votes.',
      'With more money a plan can drop out that was chosen before.',
    ],
    why: 'That is because everything hangs together: what you pay for one plan, you no longer have for another.',
  },
  others: {
    title: 'Other ways of counting',
    intro:
      'Beside every outcome we show what another way would have chosen. So you can compare. Only the way that the rules named beforehand counts.',
    list: {
      votes: {
        title: 'Most votes',
        text: 'The plan with the most votes goes first, then the next one that still fits. A large group can decide everything this way.',
      },
      perEuro: {
        title: 'Most votes per euro',
        text: 'The plan with the most votes for each euro goes first. Cheap plans win sooner this way.',
      },
    },
  },
  recount: {
    title: 'Recount it yourself',
    intro:
      'You need not believe us. With every outcome you can download two files: all votes without names, and the outcome.',
    steps: [
      'Put the two files together in a folder.',
      'Get the software of Wijkkas on your own computer. It is open source.',
      'Give this command in the folder of the software. Write the name of your own folder instead of FOLDER.',
    ],
    command: 'The command that recounts',
    folder: 'FOLDER',
    answer: 'Does the answer say "matches": true? Then you come to the same outcome as we do.',
    format: 'The votes are in a file that ends in .pb. Other counting programs can read it too.',
    toFormat: 'Read how a .pb file is made up',
  },
  origin: {
    title: 'Where does this way come from?',
    body: 'Dominik Peters, Grzegorz Pierczyński and Piotr Skowron described it in 2021, as the Method of Equal Shares. It has been used in Wieliczka and Świecie (Poland), in Aarau (Switzerland) and in Assen (the Netherlands).',
    toPaper: 'Read the paper of 2021',
    toSite: 'Read more on equalshares.net',
  },
};
