package dev.countersign.derive;

import dev.countersign.knowledge.Knowledge;
import dev.countersign.model.SystemModel;
import java.util.List;

/**
 * What follows from a system: its threats and what has to be known to say more. The same system and
 * the same rules give the same derivation, whatever the order of keys in the file.
 *
 * @param threats by rank, the gravest first
 * @param questions the one that decides most first, then by id
 */
public record Derivation(List<Threat> threats, List<Question> questions) {
  public Derivation {
    threats = List.copyOf(threats);
    questions = List.copyOf(questions);
  }

  /** Derives the threats of a system. */
  public static Derivation of(SystemModel system, Knowledge knowledge) {
    return new Deriver(system, knowledge).derive();
  }
}
