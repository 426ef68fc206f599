package dev.countersign.inspect.engine;

import dev.countersign.inspect.Rule;
import dev.countersign.inspect.bytes.Broken;
import dev.countersign.inspect.bytes.Lie;

/** What can be found in an artefact of any format. */
final class EngineRules {
  static final Rule UNREADABLE =
      Rule.error(
          "unreadable",
          "It is not what its format says it must be.",
          "A loader may fail, or read it in another way than this inspection did.",
          "Get it anew from where it was made, and compare its digest.");

  static final Rule LIE =
      Rule.suspicious(
              "lie",
              "A number or text in it is wrong in a way that no damage explains.",
              "A loader that believes it reads or writes memory that is not the file's, or stops.",
              "Do not load it. Get it anew from where it was made, and compare its digest.")
          .see("CWE-130");

  static final Rule BOMB =
      Rule.malicious(
              "bomb",
              "It expands without end.",
              "Whatever unpacks it runs out of memory or disk.",
              "Do not unpack it. Get the model from somebody else.")
          .see("CWE-409");

  static final Rule TOO_DEEP =
      Rule.suspicious(
              "nested-too-deep",
              "Archives in archives, deeper than any model needs.",
              "Whatever unpacks it may run out of memory; what is deeper was not looked at.",
              "Unpack it once by hand, and publish what is inside.")
          .see("CWE-409");

  static final Rule WRONG_ENDING =
      Rule.suspicious(
              "wrong-ending",
              "It is of another format than its name says.",
              "A loader that looks at what is in it reads it by the other format, which may run"
                  + " code where the named one cannot.",
              "Name it for what it is, after finding out who named it so.")
          .see("CWE-434");

  static final Rule FORBIDDEN =
      Rule.suspicious(
          "policy-format",
          "The policy forbids this format.",
          "The policy says which formats may be loaded; this one may not.",
          "Convert the model to a format that the policy admits.");

  static final Rule UNKNOWN =
      Rule.note(
          "unrecognised",
          "No format that is known here; only its first bytes were looked at.",
          "Nothing is known about what loads it.",
          "If a model is loaded from it, ask for a format that can be inspected.");

  static final Rule READER_FAILED =
      Rule.error(
          "reader-failed",
          "The reader of this format failed; that is a bug of Countersign.",
          "What was not read may hold anything.",
          "Report it with the file, if you may share it, as SECURITY.md says.");

  /** The rule for bytes that could not be read to their end. */
  static Rule broken(Broken broken) {
    return broken instanceof Lie ? LIE : UNREADABLE;
  }

  private EngineRules() {}
}
