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
   * @param folder the folder that paths are relative to; nothing outside it is read
   * @param today the day for which the verdict is asked
   */
  record Context(Path folder, LocalDate today) {}
}
