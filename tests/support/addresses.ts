import { randomUUID } from 'node:crypto';
import { areaCbs, cbsArea } from '#db/schema';
import { transaction } from '#db/transaction';
import { type Database } from '#db/client';
import { keepPostcodes } from '#db/writes/area/postcode';
import { lastNumber } from '~/domain/area/postcode';

const year = 2024;
const geometry = { type: 'Polygon' as const, coordinates: [] };
const whole = { fromNumber: 1, toNumber: lastNumber, addresses: 30 };

/** 1234AB lies in the first wijk, 1234AC in the second, 1234AX in both: odd and even do not matter, up to 20 is the first. */
export async function plantAddresses(db: Database, here: string, there: string): Promise<void> {
  const wijken = [
    { areaId: here, code: 'WK998101' },
    { areaId: there, code: 'WK998102' },
  ];
  for (const { areaId, code } of wijken) {
    await db
      .insert(cbsArea)
      .values({ code, year, name: code, gemeenteCode: 'GM9981', inhabitants: 1000, geometry });
    await db.insert(areaCbs).values({ areaId, code, year });
  }
  const [first, second] = ['BU99810101', 'BU99810201'];
  const parts = [
    { postcode: '1234AB', code: first, ...whole },
    { postcode: '1234AC', code: second, ...whole },
    { postcode: '1234AX', code: first, fromNumber: 1, toNumber: 20, addresses: 10 },
    { postcode: '1234AX', code: second, fromNumber: 21, toNumber: 40, addresses: 10 },
  ];
  const file = { id: randomUUID(), year, readBy: null, readAt: new Date() };
  await transaction(db, (tx) => keepPostcodes(tx, file, parts));
}
