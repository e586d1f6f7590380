/** What people are in communities, as they are usually called; others can be typed. */
export const usualRoles = ['coordinator', 'facilitator', 'expert', 'member', 'newcomer', 'guest']
