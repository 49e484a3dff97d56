/** The layers of the map that a person can switch off. */
export type LayerId =
  | 'boundary'
  | 'roads'
  | 'roadNames'
  | 'houses'
  | 'houseNumbers'
  | 'candidates'
  | 'signs'
  | 'cameras'
  | 'lamps'
  | 'landmarks'
  | 'checks'
  | 'background';
