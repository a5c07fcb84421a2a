/** What people are called by what they may do. */
export default {
  role: {
    visitor: 'bezoeker',
    resident: 'bewoner',
    member: 'raadslid',
    chair: 'voorzitter',
    secretary: 'secretaris',
    networker: 'buurtnetwerker',
    areaManager: 'gebiedsmanager',
    controller: 'controller',
    payer: 'betaler',
    ballotOfficer: 'stembureau',
    director: 'bestuurder',
    shareholder: 'aandeelhouder',
    moderator: 'moderator',
    admin: 'beheerder',
  },
};
