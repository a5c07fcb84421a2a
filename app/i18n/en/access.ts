/** What people are called by what they may do. */
export default {
  role: {
    visitor: 'visitor',
    resident: 'resident',
    member: 'council member',
    chair: 'chair',
    secretary: 'secretary',
    networker: 'community worker',
    areaManager: 'area manager',
    controller: 'controller',
    payer: 'payer',
    ballotOfficer: 'ballot officer',
    director: 'director',
    shareholder: 'shareholder',
    moderator: 'moderator',
    admin: 'administrator',
  },
};
