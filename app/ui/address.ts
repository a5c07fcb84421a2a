import { createContext, useContext } from 'react';

/** The address of the page that is shown, for parts that link to it again with something changed. */
export const AddressContext = createContext({ pathname: '/', search: '' });
export const useAddress = () => useContext(AddressContext);
