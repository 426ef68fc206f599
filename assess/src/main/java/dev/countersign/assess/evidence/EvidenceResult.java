package dev.countersign.assess.evidence;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What verifying one piece of evidence gave. */
public sealed interface EvidenceResult {
  /** The kind of evidence, for example {@code document}. */
  String kind();

  /** What was found, one sentence. */
  String detail();

  /** What a reader should know besides. */
  default List<Note> notes() {
    return List.of();
  }

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

  /**
   * It was checked and does not hold: wrong digest, expired, missing file.
   *
   * @param notes what signed evidence tells though it does not hold
   */
  record Refuted(String kind, String detail, String next, List<Note> notes)
      implements EvidenceResult {
    public Refuted {
      notes = List.copyOf(notes);
    }

    /** Evidence that tells nothing. */
    public Refuted(String kind, String detail, String next) {
      this(kind, detail, next, List.of());
    }
  }

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
   * Something that evidence shows besides.
   *
   * @param rule the class of finding, for example {@code trust-changed-with-statement}
   * @param message what it is, one sentence
   * @param next the next step, one sentence
   * @param subject what it is about; the control if empty
   * @param fails whether it fails the gate
   */
  record Note(String rule, String message, String next, Optional<String> subject, boolean fails) {
    /** A warning about the control. */
    public Note(String rule, String message, String next) {
      this(rule, message, next, Optional.empty(), false);
    }
  }
}
