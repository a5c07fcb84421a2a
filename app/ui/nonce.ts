import { createContext, useContext } from 'react';

/** The nonce of this answer. Browsers hide it from scripts, so on the client it is undefined. */
export const NonceContext = createContext<string | undefined>(undefined);
export const useNonce = () => useContext(NonceContext);
