package dev.countersign.discover.lexicon;

import java.util.List;

/**
 * What one call tells. Empty where {@code calls.yaml} does not say.
 *
 * @param argument which of the strings among its arguments holds the name, from 0
 * @param names arguments by name that may hold it instead
 * @param needs a library that the file must import for the call to mean this
 * @param name a name, where the call itself gives none
 * @param supplier who makes it
 * @param task what it does
 * @param format of the artefact
 * @param loader what loading may do
 * @param effect what a tool does
 * @param origin where it comes from
 */
public record CallWord(
    int argument,
    List<String> names,
    String needs,
    String name,
    String supplier,
    String task,
    String format,
    String loader,
    String effect,
    String origin) {
  public CallWord {
    names = List.copyOf(names);
  }

  static CallWord of(Resource.Line line) {
    String argument = line.text("argument");
    return new CallWord(
        argument.isEmpty() ? 0 : Integer.parseInt(argument),
        line.texts("names"),
        line.text("needs"),
        line.text("name"),
        line.text("supplier"),
        line.text("task"),
        line.text("format"),
        line.text("loader"),
        line.text("effect"),
        line.text("origin"));
  }
}
