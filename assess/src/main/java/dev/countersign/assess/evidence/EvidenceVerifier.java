package dev.countersign.assess.evidence;

import dev.countersign.model.ControlClaim;
import java.nio.file.Path;
import java.time.LocalDate;

/** Verifies one kind of evidence. Implementations are stateless and fail closed. */
public interface EvidenceVerifier {
  /** The key under which a control offers this kind, for example {@code document}. */
  String kind();

  /**
   * Verifies evidence now.
   *
   * @param evidence as offered
   * @param context where its files are and which day it is
   */
  EvidenceResult verify(ControlClaim.Evidence evidence, Context context);

  /**
   * What a verifier may use.
   *
   * @param folder the folder that paths are relative to
   * @param repository the folder outside which nothing is read; {@code folder} is inside it
   * @param today the day for which the verdict is asked
   * @param furthest the last day until which evidence may claim to hold
   */
  record Context(Path folder, Path repository, LocalDate today, LocalDate furthest) {}
}
