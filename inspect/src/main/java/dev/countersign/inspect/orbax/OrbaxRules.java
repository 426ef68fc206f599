package dev.countersign.inspect.orbax;

import dev.countersign.inspect.Rule;

/** What can be found in checkpoints of Orbax and arrays of Zarr. */
final class OrbaxRules {
  static final Rule PICKLE =
      Rule.malicious(
              "zarr-pickle",
              "An array is packed as pickles.",
              "Reading a chunk of it unpickles the chunk, which runs what is in it.",
              "Store numbers, not objects.")
          .see("CWE-502");

  static final Rule OBJECTS =
      Rule.suspicious(
              "zarr-objects",
              "An array of Python objects.",
              "Reading it needs a filter that makes objects, which may unpickle them.",
              "Store numbers, not objects.")
          .see("CWE-502");

  static final Rule PLACE =
      Rule.malicious(
              "orbax-place",
              "Data is read from a place outside of the checkpoint.",
              "The loader reads that file or asks that host, and takes what it gets for weights.",
              "Keep all of a checkpoint in its folder.")
          .see("CWE-22", "CWE-918");

  static final Rule HANDLER =
      Rule.suspicious(
              "orbax-handler",
              "A handler that is not Orbax's own.",
              "A program that makes handlers by their names runs it.",
              "Find out which library it is of; or save with Orbax's own handlers.")
          .see("CWE-470");

  static final Rule TEXT =
      Rule.suspicious(
              "orbax-text",
              "A value is code, a command or a link to where stolen data goes.",
              "A program that evaluates it runs it.",
              "Remove it, after finding out who wrote it and why.")
          .see("CWE-94");

  private OrbaxRules() {}
}
