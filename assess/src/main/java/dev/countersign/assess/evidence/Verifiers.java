package dev.countersign.assess.evidence;

import dev.countersign.assess.evidence.EvidenceVerifier.Context;
import dev.countersign.model.ControlClaim.Evidence;
import java.util.Collections;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The verifiers that this version has, by kind of evidence. */
public final class Verifiers {
  private final SortedMap<String, EvidenceVerifier> byKind;

  private Verifiers(SortedMap<String, EvidenceVerifier> byKind) {
    this.byKind = byKind;
  }

  /** Every verifier that is registered as a service. */
  public static Verifiers registered() {
    return of(ServiceLoader.load(EvidenceVerifier.class, Verifiers.class.getClassLoader()));
  }

  /**
   * These verifiers and no others.
   *
   * @throws IllegalStateException if two verify the same kind: one could hide the other's refusal
   */
  public static Verifiers of(Iterable<EvidenceVerifier> verifiers) {
    SortedMap<String, EvidenceVerifier> byKind = new TreeMap<>();
    for (EvidenceVerifier verifier : verifiers) {
      if (byKind.put(verifier.kind(), verifier) != null) {
        throw new IllegalStateException("two verifiers of evidence of kind " + verifier.kind());
      }
    }
    return new Verifiers(byKind);
  }

  /** The kinds of evidence that this version verifies. */
  public SortedSet<String> kinds() {
    return Collections.unmodifiableSortedSet(new TreeSet<>(byKind.keySet()));
  }

  /** Verifies evidence now; a kind without a verifier is unchecked, never verified. */
  public EvidenceResult verify(Evidence evidence, Context context) {
    return Optional.ofNullable(byKind.get(evidence.kind()))
        .map(verifier -> verifier.verify(evidence, context))
        .orElseGet(() -> unchecked(evidence.kind()));
  }

  private EvidenceResult unchecked(String kind) {
    return new EvidenceResult.Unchecked(
        kind,
        "Evidence of kind " + kind + " cannot be verified by this version of Countersign.",
        "Keep it in place for a version that verifies it; until then offer evidence of a kind"
            + " that is verified today ("
            + String.join(", ", kinds())
            + ") or answer by planned or accepted.");
  }
}
