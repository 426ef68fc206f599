package dev.countersign.inspect;

import java.util.List;

/**
 * One thing that an inspection can find. Its texts are sentences that people read, and hold no text
 * of the artefact.
 *
 * @param id stable, lower case with hyphens; begins with its format, as {@code pickle-call}
 * @param verdict what an artefact is in which it is found; {@link Verdict#CLEAN} for a note
 * @param title what it is, as a sentence
 * @param atLoad what would happen at load, as a sentence
 * @param fix what to do, as a sentence
 * @param references identifiers of public advisories and weaknesses: {@code CWE-502}, {@code
 *     CVE-2025-1716}, {@code AML.T0011.000}
 */
public record Rule(
    String id, Verdict verdict, String title, String atLoad, String fix, List<String> references) {
  public Rule {
    references = List.copyOf(references);
  }

  /** A rule for what no model needs. */
  public static Rule malicious(String id, String title, String atLoad, String fix) {
    return new Rule(id, Verdict.MALICIOUS, title, atLoad, fix, List.of());
  }

  /** A rule for what nobody listed as safe, or what misleads a reader. */
  public static Rule suspicious(String id, String title, String atLoad, String fix) {
    return new Rule(id, Verdict.SUSPICIOUS, title, atLoad, fix, List.of());
  }

  /** A rule for what could not be read. */
  public static Rule error(String id, String title, String atLoad, String fix) {
    return new Rule(id, Verdict.ERROR, title, atLoad, fix, List.of());
  }

  /** A rule for what is good to know and changes no verdict. */
  public static Rule note(String id, String title, String atLoad, String fix) {
    return new Rule(id, Verdict.CLEAN, title, atLoad, fix, List.of());
  }

  /** The same with public identifiers. */
  public Rule see(String... identifiers) {
    return new Rule(id, verdict, title, atLoad, fix, List.of(identifiers));
  }
}
