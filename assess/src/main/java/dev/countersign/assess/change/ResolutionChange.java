package dev.countersign.assess.change;

import dev.countersign.model.Resolution;
import java.util.Optional;

/**
 * An answer in the file that came, went or says something else.
 *
 * @param threat id of the threat that it answers, whether that derives or not
 * @param before as it stood
 * @param after as it stands
 */
public record ResolutionChange(
    String threat, Optional<Resolution> before, Optional<Resolution> after) {}
