/** The desk of an administrator, and the way to set up a gemeente. */
export default {
  title: 'Administration',
  intro: 'Here is what your gemeente chooses itself. Of each choice we keep who made it, and when.',
  setUp: {
    title: 'Set up the gemeente',
    intro_one: '{{count}} step waits. You can stop and go on later.',
    intro_other: '{{count}} steps wait. You can stop and go on later.',
    ready: 'All is ready. Residents can ask for money and councils can decide.',
    done: 'done',
    waits: 'waits for you',
    step: {
      gemeente: {
        title: 'The gemeente',
        text: 'Gemeente: {{gemeente}}. Questions of residents go to {{contact}}. Fill in the name and the account of the gemeente, and choose how the site looks.',
        link: 'To the gemeente',
      },
      areas: {
        title: 'The wijken',
        text: 'Read the file of the CBS. Then join wijken, or leave one out.',
        link: 'To the wijken',
      },
      postcodes: {
        title: 'The postcodes',
        text: 'With postcodes a resident finds the own wijk.',
        link: 'To the postcodes',
      },
      schemes: {
        title: 'The schemes',
        text: 'A scheme says who can ask for money, how much and what for. Each wijk needs one.',
        link: 'To the schemes',
      },
      letters: {
        title: 'Letters and mail',
        text: 'Does a scheme ask residents to show where they live? Then there must be a way: a letter, a list of residents, a sign-in service, or somebody who checks it. A letter carries the postal address of the gemeente.',
        link: 'To the letters',
      },
      councils: {
        title: 'The councils',
        text: 'Each wijk needs a council: with members, a chair or secretary, and a mandate. The mandate says up to which amount the council decides by itself.',
        link: 'To the councils',
      },
      people: {
        title: 'The people',
        text: 'Invite at least a controller, a payer and a moderator.',
        link: 'To the people',
      },
      money: {
        title: 'The money',
        text: 'A controller writes down who gives money and divides it over the wijken.',
        link: 'To the sources',
      },
    },
    note: {
      noAddresses_one: 'No address of the file lies in this wijk: {{wijken}}.',
      noAddresses_other: 'No address of the file lies in these wijken: {{wijken}}.',
      noController: 'There is no controller yet. Invite one first, at the people.',
      noMail:
        'This site does not send mail yet. Residents cannot sign in, and invitations do not arrive. Whoever runs the site sets SMTP_URL.',
    },
    gaps: 'What each wijk still lacks',
    gapsIntro:
      'As long as nobody can decide or pay, residents of that wijk cannot ask for money yet. They read why, too.',
    lacks: 'What lacks',
    asking: 'Asking for money',
    open: 'possible',
    closed: 'not possible yet',
    gap: {
      addresses: 'No addresses: residents do not find this wijk by their postcode.',
      scheme: 'No scheme: nobody can ask for money.',
      residence: 'Residents cannot show that they live here.',
      council: 'No council: nobody can decide.',
      leader: 'No chair or secretary: nobody can open a meeting.',
      voters: 'No members with a vote.',
      seats: '{{filled}} of {{seats}} seats are filled.',
      mandate: 'No mandate: the council may decide about no amount.',
      money: 'No money for this year.',
      mail: 'No mail: residents cannot sign in.',
      account: 'No account of the gemeente: nobody can pay.',
    },
  },
  section: {
    setUp: {
      title: 'Set up the gemeente',
      help: 'See what is done, and what waits for you.',
    },
    gemeente: {
      title: 'The gemeente',
      help: 'Name, contact, account, languages, colours and logo.',
    },
    areas: {
      title: 'Wijken',
      help: 'Read wijken from a file, name them, join them or leave one out.',
    },
    people: {
      title: 'People and roles',
      help: 'Invite people, give and end roles, and help who cannot sign in.',
    },
    postcodes: {
      title: 'Postcodes',
      help: 'Read in which address lies in which wijk.',
    },
    schemes: {
      title: 'Schemes',
      help: 'Who may ask for money in which wijk, how much, and from which day.',
    },
    councils: {
      title: 'Councils',
      help: 'Set up councils, put people on them and make their rules.',
    },
    letters: {
      title: 'Letters with a code',
      help: 'Make the letters with which residents show where they live.',
    },
    residents: {
      title: 'List of residents',
      help: 'Read in a list, so that residents show at once where they live.',
    },
    comments: {
      title: 'Check comments',
      help: 'Read a comment before everybody sees it.',
    },
    log: {
      title: 'Log',
      help: 'Who did what, when and why. And: check the journals.',
    },
    health: {
      title: 'Health of this site',
      help: 'Checks, backup, letters and work in the background.',
    },
  },
};
