package dev.countersign.inspect.config;

import dev.countersign.inspect.Rule;

/** What can be found in configurations. */
final class ConfigRules {
  static final Rule OBJECT =
      Rule.malicious(
              "config-object-dangerous",
              "The configuration builds an object or calls a function that runs commands or code, or reaches files.",
              "A reader that honours it, as yaml.unsafe_load, jsonpickle or Hydra do, makes the call.",
              "Do not load it.")
          .see("CWE-502", "CWE-94");

  static final Rule UNKNOWN_OBJECT =
      Rule.suspicious(
              "config-object",
              "The configuration builds an object of a class that nobody listed.",
              "A reader that honours it, as yaml.unsafe_load or jsonpickle do, imports and builds it.",
              "Write plain values, and read it with a reader that takes nothing else.")
          .see("CWE-502");

  static final Rule KNOWN_OBJECT =
      Rule.note(
          "config-object-known",
          "The configuration builds an object of a class that is known to be harmless.",
          "Only a reader that honours tags of Python builds it.",
          "Write plain values, and read it with a reader that takes nothing else.");

  static final Rule PAYLOAD =
      Rule.suspicious(
              "config-payload",
              "A value of the configuration holds code or a command.",
              "Nothing runs it by itself; a program that evaluates the value does.",
              "Find out what it is for, and take it out.")
          .see("CWE-506");

  private ConfigRules() {}
}
