export * from './area';
export * from './audit';
export * from './council';
export * from './initiative';
export * from './ledger';
export * from './money';
export * from './people';
export * from './voting';
