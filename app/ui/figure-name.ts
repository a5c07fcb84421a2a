/** What a figure of money is called: of a year whose end was booked nothing is free any more. */
export const figureName = <Name extends string>(figure: Name, ended: boolean) =>
  ended && figure === 'left' ? ('over' as const) : figure;
