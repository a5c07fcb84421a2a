export default {
  onward: 'Read on: {{link}}',
  foot: 'No more mail from Wijkkas? Arrange it here: {{link}}',
  sender: {
    gemeente: 'Municipality of {{name}}',
    mail: 'Questions? Mail {{email}}.',
    both: 'Questions? Mail {{email}} or call {{phone}}.',
  },
  code: {
    subject: 'Your code for Wijkkas: {{code}}',
    body: 'Your code is {{code}}. Fill it in on the page where you sign in.\n\nThe code works for 10 minutes, and once. Give it to nobody.\n\nDid you not ask for a code? Then you need to do nothing. Without this code nobody can sign in with your address.',
  },
  reset: {
    subject: 'Choose a new password for Wijkkas',
    body: 'Choose a new password with this link:\n{{link}}\n\nThe link works for an hour, and once. You also need a code from your app.\n\nDid you not ask for this? Then you need to do nothing. Your password stays the same.',
  },
  noDesk: {
    subject: 'Signing in to Wijkkas',
    body: 'No password belongs to this address. So you need not choose one.\n\nSomebody asked for a new password for this address. Was it you? Residents sign in with a code by e-mail:\n{{link}}\n\nDo you work for a council or for the gemeente? Ask the administrator for an invitation.',
  },
  about: 'It is about initiative {{number}}: "{{title}}".',
  receipt: {
    subject: 'Initiative {{number}} has come in',
    decideBy: 'Your initiative has come in. The council decides by {{day}} at the latest.',
    asked: 'You ask for {{amount}} for "{{title}}". Its number is {{number}}.',
    then: 'The council puts your initiative on the agenda of a meeting. After that you get a letter with the decision.',
    nothing: 'You need to do nothing now. The page of your initiative shows how it stands.',
  },
  support: {
    subject: 'Enough support for initiative {{number}}',
    enough: 'Enough neighbours are for your initiative. You can hand it in now.',
    handIn_one:
      'Sign in and hand it in on the page of your initiative. After that the council decides within {{count}} week.',
    handIn_other:
      'Sign in and hand it in on the page of your initiative. After that the council decides within {{count}} weeks.',
    notYet: 'If you do not hand it in, the council does not see it yet, and nothing happens.',
  },
  invitation: {
    subject: 'Will you join an initiative in your wijk?',
    somebody: 'A neighbour',
    asks: '{{who}} from {{area}} asks whether you will ask along for money from the wijkbudget.',
    plan: 'The name of the initiative is "{{title}}". {{who}} chose that name, not Wijkkas.',
    answer: 'Wijkkas tells you more. There you say yes or no. For no you need not sign in.',
    silent:
      'Do you do nothing? Then you ask for nothing, and the initiative goes on without you. After {{days}} days we erase your address.',
  },
  residence: {
    sender: 'Gemeente {{gemeente}}, Wijkkas',
    subject: 'Your code: show that you live in {{area}}',
    why: 'You asked for a letter on Wijkkas. With the code in this letter you show that you live in {{area}}. Then you can take part in your wijk: support initiatives, ask for money and vote.',
    how: 'Go to {{link}} and type the code. Or scan the square with the camera of your phone.',
    until: 'The code works up to and including {{day}}, and once. Give it to nobody.',
    code: 'Your code',
    scan: 'The link to the page where you type the code',
    unexpected: 'Did you not ask for this? Then you need not do anything. Throw the letter away.',
    english: 'In English: with this code you show that you live here. Type it at {{link}} until {{day}}.',
  },
  rejected: {
    subject: 'According to Wijkkas you no longer live in {{area}}',
    says: 'Wijkkas said that you live in {{area}}. The gemeente says that this is not so.',
    reason: 'The reason: {{reason}}',
    follows: 'What you said as a neighbour about initiatives in that wijk no longer counts.',
    then: 'Is this wrong? Then ask for a letter with a code. Or show the gemeente or somebody of your wijk where you live.',
  },
  desk: {
    subject: 'You are invited to Wijkkas',
    roleFor: '{{role}} ({{place}})',
    asks: 'The gemeente invites you to work in Wijkkas. The money of the wijken stands there.',
    roles: 'This is what you become: {{roles}}.',
    how: 'With the link you choose a password. You also put an app on your phone that makes codes. It takes five minutes.',
    term: 'The link works once, until {{day}} at {{time}}. Give it to nobody.',
    unexpected: 'Did you not expect this? Then do nothing, and call or mail the gemeente.',
  },
  factor: {
    subject: 'Make your second code anew',
    says: 'Two administrators have arranged that you can make a new second code.',
    closed: 'Your old password and your old code work no more. You are signed out everywhere.',
    unexpected: 'Did you not ask for this? Then do nothing, and call the gemeente at once.',
  },
  decision: {
    subject: 'Decision on initiative {{number}}',
    outcome: {
      adopted: '{{council}} gives you {{granted}}.',
      adoptedPartly: '{{council}} gives you {{granted}}. You asked for {{asked}}.',
      notAdopted: '{{council}} gives you no money for this initiative.',
      postponed: '{{council}} decides later. As many votes were for as against.',
      invalid: '{{council}} decides later. Too few members voted.',
      referred: '{{council}} sends your initiative on. The stadsraad decides on it.',
    },
    behalf: {
      college:
        'The council decides on behalf of the municipal executive (college van burgemeester en wethouders).',
      bestuurscommissie: 'The council is a governing committee and decides on behalf of the municipality.',
      stichting: 'The council decides on behalf of the board of the foundation.',
    },
    why: 'Why? {{reasons}}',
    ready: 'The money is now set apart for you. We tell you when you get it.',
    wait: 'You need to do nothing now. You hear from us again after the next meeting.',
    objection: {
      gemeente: 'Do you disagree? Then you can object. Write to the gemeente, by {{day}} at the latest.',
      board: 'Do you disagree? Write to the board of the foundation before {{day}}.',
    },
    more: 'The whole decision is on Wijkkas, with the number of votes.',
  },
  payee: {
    subject: {
      recorded: 'Account number recorded for initiative {{number}}',
      changed: 'Account number changed for initiative {{number}}',
    },
    happened: {
      recorded:
        'On {{day}} at {{time}} the account number for initiative {{number}} was recorded, by {{who}}.',
      changed: 'On {{day}} at {{time}} the account number for initiative {{number}} was changed, by {{who}}.',
    },
    who: { applicant: 'an applicant of this initiative', desk: 'a payer of the gemeente' },
    number: 'The number now ends in {{end}}. The money goes to this account.',
    checked: 'A second person at the gemeente checks this first. Until then we pay nothing.',
    right: 'Is this right? Then you need to do nothing.',
    wrong:
      'Was it not you, or is the number wrong? Sign in and fill in the right account number. Also call or mail the gemeente at once. Below it says how.',
  },
  conflict: {
    reason: 'The reason: "{{reason}}"',
    reported: {
      subject: 'Do you have an interest in initiative {{number}}?',
      says: '{{reporter}} of {{council}} says that you have an interest of your own in an item of the council.',
      answer:
        'Is it right? Then you do not vote on this item. Is it not? Then write why. The chair of the council rules after that. Is the chair involved? Then somebody else rules.',
      until: 'Until then you cannot vote on this item. The council cannot decide on it yet either.',
      silent: 'Do you say nothing? Then it may be ruled on in the meeting without your answer too.',
    },
    denied: {
      subject: 'Rule on a report about initiative {{number}}',
      rule: 'Somebody reported that {{name}} has an interest of their own in an item of {{council}}. The answer is that this is not right. Now you rule.',
      report: 'The report: "{{reason}}"',
      answer: 'The answer: "{{reason}}"',
      until: 'Until you rule, the council cannot decide on this item.',
    },
    ruled: {
      subject: 'Ruled on the report about initiative {{number}}',
      sustained:
        'You have an interest in this item. You do not vote. Had you voted already? Then your vote does not count.',
      dismissed: 'You have no interest in this item. You may vote.',
    },
  },
};
