package dev.countersign.assess.change;

import dev.countersign.assess.Checked;
import dev.countersign.derive.Derivation;
import dev.countersign.model.SystemModel;
import java.util.function.Function;

/**
 * One version of a system that is compared with another.
 *
 * @param name what people call it: a revision, a file
 * @param checked the system as it was judged
 * @param rules derives what follows from a system by the rules that this version was judged by; has
 *     to give the same for the same system
 */
public record Version(String name, Checked checked, Function<SystemModel, Derivation> rules) {
  SystemModel system() {
    return checked.assessment().system();
  }
}
