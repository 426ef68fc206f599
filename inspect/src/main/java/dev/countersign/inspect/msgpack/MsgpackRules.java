package dev.countersign.inspect.msgpack;

import dev.countersign.inspect.Rule;

/** What can be found in parameters in MessagePack. */
final class MsgpackRules {
  private static final String ANEW = "Get it from where it was made, or save the parameters anew.";

  static final Rule SIZE =
      Rule.suspicious(
              "msgpack-array-size",
              "The data of an array is not of the size that its type and shape say.",
              "Flax refuses it; a reader that believes the shape reads past the data.",
              ANEW)
          .see("CWE-130");

  static final Rule OBJECTS =
      Rule.suspicious(
              "msgpack-array-objects",
              "An array of Python objects.",
              "Its bytes are addresses in memory; a reader that takes them for objects runs what is"
                  + " there.",
              ANEW)
          .see("CWE-502");

  static final Rule TYPE =
      Rule.note(
          "msgpack-array-type",
          "An array of a type that is not known here.",
          "A reader that does not know it refuses the file.",
          "Check which program wrote it.");

  static final Rule EXTENSION =
      Rule.suspicious(
              "msgpack-extension",
              "A value of a kind that Flax does not write.",
              "What becomes of it depends on the program that reads it; it may unpickle it.",
              "Find out which program wrote it and why.")
          .see("CWE-502");

  static final Rule KEY =
      Rule.suspicious(
              "msgpack-key",
              "A key has the name of one of Python's own hooks.",
              "A program that makes attributes of keys lets the file replace its functions.",
              "Remove the entry, after finding out who wrote it and why.")
          .see("CWE-915");

  static final Rule TEXT =
      Rule.suspicious(
              "msgpack-text",
              "A text is code, a command or a link to where stolen data goes.",
              "Loading does not run it; a program that evaluates or shows it may.",
              "Remove it, after finding out who wrote it and why.")
          .see("CWE-94");

  static final Rule DEEP =
      Rule.suspicious(
              "msgpack-nested-too-deep",
              "Maps or lists in each other, deeper than any model needs.",
              "A reader that goes down into each of them runs out of stack.",
              ANEW)
          .see("CWE-674");

  static final Rule TRAILING =
      Rule.suspicious(
              "msgpack-trailing",
              "Something follows the parameters.",
              "Flax refuses the file; another program may find a second file there.",
              ANEW)
          .see("CWE-434");

  private MsgpackRules() {}
}
