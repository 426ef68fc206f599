package dev.countersign.attest.oms;

import java.util.List;

/** A model that cannot be signed as it is: it is empty, or has in it what no manifest can name. */
public final class UnfitModel extends Exception {
  private static final long serialVersionUID = 1L;

  @SuppressWarnings("serial") // a list of the JDK
  private final List<String> problems;

  UnfitModel(List<String> problems) {
    super(String.join(" ", problems));
    this.problems = List.copyOf(problems);
  }

  /** What is wrong, a sentence each, with what to do; at least one. */
  public List<String> problems() {
    return problems;
  }
}
