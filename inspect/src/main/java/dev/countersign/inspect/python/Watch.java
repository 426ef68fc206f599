package dev.countersign.inspect.python;

/** Is told what the source does as it is read. */
interface Watch {
  /**
   * Something that has a known name is called.
   *
   * @param offset the byte of its name
   * @param atImport whether it runs when the source is imported
   */
  void called(String path, Arguments arguments, int offset, boolean atImport);

  /** Something that has a known name is handed on, not called. */
  void mentioned(String path, int offset);

  /** An attribute of something is taken by a name that is computed. */
  void computed(String path, Value name, int offset);

  /** Brackets in brackets, deeper than is read. */
  void tooDeep(int offset);
}
