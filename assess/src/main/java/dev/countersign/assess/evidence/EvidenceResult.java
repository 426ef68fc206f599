package dev.countersign.assess.evidence;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What verifying one piece of evidence gave. */
public sealed interface EvidenceResult {
  /** The kind of evidence, for example {@code document}. */
  String kind();

  /** What was found, one sentence. */
  String detail();

  /**
   * It verifies now, on these bytes.
   *
   * @param digests what was verified: {@code sha256:…} by the path from the root of the repository,
   *     with slashes, or by the subject of a statement; sorted
   * @param by whose word it rests on, as far as signatures tell
   * @param notes what a reader should know though it holds
   */
  record Verified(
      String kind, String detail, Map<String, String> digests, List<Attester> by, List<Note> notes)
      implements EvidenceResult {
    public Verified {
      digests = Collections.unmodifiableMap(new TreeMap<>(digests));
      by = List.copyOf(by);
      notes = List.copyOf(notes);
    }

    /** Evidence of which no more is known. */
    public Verified(String kind, String detail) {
      this(kind, detail, Map.of(), List.of(), List.of());
    }
  }

  /** It was checked and does not hold: wrong digest, expired, missing file. */
  record Refuted(String kind, String detail, String next) implements EvidenceResult {}

  /** It could not be checked: no verifier of this kind in this version. Counts as not proven. */
  record Unchecked(String kind, String detail, String next) implements EvidenceResult {}

  /**
   * An identity of the trust policy that vouched for something.
   *
   * @param identity its id, for example {@code ada}
   * @param name what people call it
   */
  record Attester(String identity, String name) {}

  /**
   * Something about evidence that holds.
   *
   * @param rule the class of finding, for example {@code trust-changed-with-statement}
   * @param message what it is, one sentence
   * @param next the next step, one sentence
   */
  record Note(String rule, String message, String next) {}
}
