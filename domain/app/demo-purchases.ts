import { addDays, addMonths, type Instant } from '../shared/instant';
import type { Person } from '../shared/person';
import type { Frequency } from '../subscription/subscription';

/** Something somebody in the demo tenant bought; people and products by their names. */
export interface Purchase {
  readonly purchaser: string;
  readonly product: string;
  readonly total: number;
  readonly holders: readonly string[];
  readonly frequency: Frequency;
  readonly purchasedAt: Instant;
  readonly periodStart: Instant;
  readonly periodEnd: Instant;
  readonly recurring: boolean;
}

/** The name of each purchaser's billing profile. */
export const demoProfiles: Readonly<Record<string, string>> = {
  'Alex Wilber': 'Contoso Marketing',
  'Ana Souza': 'Contoso Finance',
  'Maria García': 'Contoso Sales',
};

/** What was bought in the demo tenant (CONTRACT), as seen from `now`. */
export const demoPurchases = (people: readonly Person[], now: Instant): readonly Purchase[] => {
  const bought = (days: number): Instant => addDays(now, -days);
  const projectEnds = addDays(now, 29);
  const projectStart = addMonths(projectEnds, -12);
  const teamsEnded = bought(5);
  const firstNineteen = people
    .filter(person => person.jobTitle === 'Specialist')
    .slice(0, 19)
    .map(person => person.displayName);
  return [
    {
      purchaser: 'Alex Wilber',
      product: 'Power BI Pro',
      total: 10,
      frequency: 'monthly',
      recurring: true,
      holders: ['Ana Souza', 'Bob Chen', '陳怡君'],
      purchasedAt: bought(40),
      periodStart: addMonths(bought(40), 1),
      periodEnd: addMonths(bought(40), 2),
    },
    {
      purchaser: 'Alex Wilber',
      product: 'Visio Plan 2',
      total: 5,
      frequency: 'annual',
      recurring: true,
      holders: [],
      purchasedAt: bought(3),
      periodStart: bought(3),
      periodEnd: addMonths(bought(3), 12),
    },
    {
      purchaser: 'Alex Wilber',
      product: 'Project Plan 3',
      total: 25,
      frequency: 'annual',
      recurring: false,
      holders: firstNineteen,
      purchasedAt: projectStart,
      periodStart: projectStart,
      periodEnd: projectEnds,
    },
    {
      purchaser: 'Ana Souza',
      product: 'Power Apps per user',
      total: 3,
      frequency: 'monthly',
      recurring: true,
      holders: ['Ana Souza'],
      purchasedAt: bought(12),
      periodStart: bought(12),
      periodEnd: addMonths(bought(12), 1),
    },
    {
      purchaser: 'Maria García',
      product: 'Teams Premium',
      total: 4,
      frequency: 'monthly',
      recurring: false,
      holders: ['Maria García', 'José Álvarez'],
      purchasedAt: addMonths(teamsEnded, -1),
      periodStart: addMonths(teamsEnded, -1),
      periodEnd: teamsEnded,
    },
  ];
};
