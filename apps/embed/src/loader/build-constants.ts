/** Folder of this version's files beside the loader: a digest of all of them. */
declare const INKLING_RELEASE: string
/** Of each product: the files it is made of with their integrity, its own file last. */
declare const INKLING_PRODUCTS: Readonly<Record<string, readonly (readonly [file: string, integrity: string])[]>>

export const release = INKLING_RELEASE
export const products = INKLING_PRODUCTS
