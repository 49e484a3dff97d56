/** Room for bytes that are written out later, where memory is not to hold them: given by whoever has it. */
export interface Spool {
  /** Resolves when the bytes are laid down; their memory may then be used anew. */
  append(bytes: Uint8Array): Promise<void>;
  /** From `start` up to `end` (not included), both within what was appended. */
  slice(start: number, end: number): Promise<Uint8Array>;
  /** To be called whatever happens. */
  remove(): Promise<void>;
}
