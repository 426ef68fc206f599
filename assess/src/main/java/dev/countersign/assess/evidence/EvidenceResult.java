package dev.countersign.assess.evidence;

/** What verifying one piece of evidence gave. */
public sealed interface EvidenceResult {
  /** The kind of evidence, for example {@code document}. */
  String kind();

  /** What was found, one sentence. */
  String detail();

  /** It verifies now, on these bytes. */
  record Verified(String kind, String detail) implements EvidenceResult {}

  /** It was checked and does not hold: wrong digest, expired, missing file. */
  record Refuted(String kind, String detail, String next) implements EvidenceResult {}

  /** It could not be checked: no verifier of this kind in this version. Counts as not proven. */
  record Unchecked(String kind, String detail, String next) implements EvidenceResult {}
}
