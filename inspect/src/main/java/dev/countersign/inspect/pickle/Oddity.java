package dev.countersign.inspect.pickle;

/** A way of writing a pickle that its readers differ on, and that no library writes. */
enum Oddity {
  LINE_WITHOUT_END(
      "a line that ends with the file: the reader in C fails, the one in Python goes on"),
  LONG_FRAME("a frame longer than the file: the reader in C fails, the one in Python goes on"),
  CROSSED_FRAME("an opcode that begins in a frame and ends after it: readers in C leave bytes out"),
  LATE_PROTOCOL("a protocol number that is not at the beginning"),
  UNKNOWN_PROTOCOL("a protocol that does not exist"),
  NUMBER("a number that is not written as Python writes it"),
  NAME("a name with control characters, or none"),
  MEMO("a memo number far above the number of objects"),
  BELOW_MARK("an opcode that reaches below a mark: CPython before 3.6 let it"),
  STRING("a string without matching quotes: Python 2 took some of them"),
  ARGUMENTS("arguments that are no tuple: the reader in C fails, the one in Python goes on"),
  LOST_MEMO("a reference to an object of an earlier pickle of the file");

  private final String what;

  Oddity(String what) {
    this.what = what;
  }

  String what() {
    return what;
  }
}
