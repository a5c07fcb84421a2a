/** The pages that tell about the site itself: each a title, an introduction and parts with a heading. */
export default {
  gemeente: { named: 'the municipality of {{name}}', unnamed: 'this municipality' },
  about: {
    title: 'About Wijkkas',
    description: 'What Wijkkas is, who decides and how you can check everything.',
    intro:
      'Wijkkas is the treasury of your wijk. Residents have an idea, neighbours support it, and the buurtraad decides.',
    parts: [
      {
        heading: 'How it works',
        body: [
          'You describe your idea and what it costs. That is called an initiative. Neighbours say whether they are for or against.',
          'Is there enough support? Then the buurtraad of your wijk decides. Is the amount above what it may give, then the stadsraad decides.',
          'When the council says yes, the money is set apart for you at once. You see it on the page of your wijk.',
        ],
      },
      {
        heading: 'Where the money comes from',
        body: [
          'Every year the gemeente divides money over the wijken. Sometimes others add money, such as a housing corporation.',
          'Every euro stands in the cash book: where it comes from and where it goes. Nobody can change that afterwards.',
        ],
      },
      {
        heading: 'Anyone can check it',
        body: [
          'Every decision is on the site, with the votes and the reason. Behind every amount you can see its entrys.',
          'The software is open source. Other gemeenten may use and improve it.',
        ],
      },
      {
        heading: 'Questions',
        body: [
          'Do you have a question about your initiative? Ask the secretary of your buurtraad. Other questions? Mail to {{contact}}.',
        ],
      },
    ],
  },
  accessibility: {
    title: 'Accessibility',
    description: 'How well everyone can use Wijkkas, and what to do when something fails.',
    intro: 'Everyone must be able to use Wijkkas: on an old phone, with a screen reader, or without a mouse.',
    parts: [
      {
        heading: 'No statement of its own yet',
        body: [
          'Each municipality says itself how accessible its site is, in an accessibility statement. For this site {{gemeente}} has not done so yet.',
          'Below is what the makers of the software know. It is no statement of {{gemeente}}.',
        ],
      },
      {
        heading: 'What is known of the software',
        body: [
          'No outside expert has examined the software yet.',
          'Its makers aim for EN 301 549 and WCAG 2.2, level AA. Only such an examination can tell whether it meets them.',
        ],
      },
      {
        heading: 'What the makers tested themselves',
        body: [
          'A program (axe) looks for faults on the pages at every change, on a wide and a narrow screen. Such a program finds only part of the faults.',
          'They also test that you can sign in and submit an initiative without JavaScript.',
          'Not tested yet: use with screen readers by people who work with them every day.',
        ],
      },
      {
        heading: 'Does something fail?',
        body: [
          'Let {{gemeente}} know: mail to {{contact}}. Tell which page it is and what went wrong.',
          'Are you not content with the answer? Then you can go to the Nationale ombudsman.',
        ],
      },
    ],
  },
  privacy: {
    title: 'Privacy',
    description: 'What Wijkkas keeps about you, why, how long, and what your rights are.',
    intro: 'We ask as little as possible. Here you read what we keep, why and how long.',
    parts: [
      {
        heading: 'Who is responsible?',
        body: [
          'What this site keeps about you is kept by {{gemeente}}, who is responsible for it (the controller). At the end you read how to reach them.',
        ],
      },
      {
        heading: 'When you only look around',
        body: [
          'Then we keep nothing about you. When you choose another language, your browser remembers it in a cookie. There are no cookies that follow you.',
        ],
      },
      {
        heading: 'When you have an account',
        body: [
          'We keep your e-mail address to let you sign in and to send you letters. Your name is there to address you.',
          'Your wijk decides where you can take part. Your date of birth is needed because money has a minimum age.',
          'Do you show where you live? Then we keep in which wijk, since when and how we know. For a letter we keep your address encrypted, until you use the code and for four weeks at most. A digest of address and date of birth stays, so that nobody counts twice. Your address cannot be read from it.',
          'A cookie keeps you signed in. For residents it works for at most 60 days. For council and gemeente that is 12 hours.',
          'A second cookie remembers that you signed in on this device before. So nobody else can lock your account. Your browser keeps it for half a year.',
        ],
      },
      {
        heading: 'When you take part',
        body: [
          'With your initiative and your comments others see your first name and your wijk. Who supports an initiative stands nowhere on the site. Only the number is public.',
          'Do you sit in a council? Then you can choose a photo of yourself. Everybody sees it on the page of the council. When you take it away or leave the council, we delete it.',
          'Decisions and money stay on record. The law asks this: the gemeente accounts for them.',
        ],
      },
      {
        heading: 'How long',
        body: [
          'Every night we delete codes, ended sessions and counts of tries. That you sent a form we remember for 60 days. So it does not count twice when it comes twice. We delete the text of an e-mail once it is sent.',
          'Does somebody ask you by mail to join? Then we keep your address for 30 days at most, unless you say yes. If you want no more mail, we keep your address so as to send you nothing.',
          'The log says who did what and when. It is needed to find faults and abuse.',
        ],
      },
      {
        heading: 'Your rights',
        body: [
          'Your details are on your own page. Is something wrong? Then you change it there. Do you want to see everything we keep about you? Mail to {{contact}}.',
          'Do you want us to delete your details, or do you have a complaint? Mail to {{contact}}. You can also go to the Autoriteit Persoonsgegevens.',
        ],
      },
    ],
  },
};
