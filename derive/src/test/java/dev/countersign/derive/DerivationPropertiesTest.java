package dev.countersign.derive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.knowledge.Knowledge;
import dev.countersign.model.SystemModel;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of every derivation, shown on systems made at random. */
class DerivationPropertiesTest {
  private static final Knowledge KNOWLEDGE = Knowledge.bundled();

  static LongStream seeds() {
    return LongStream.range(0, 60);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void the_same_system_gives_the_same_derivation(long seed) {
    SystemModel system = RandomSystem.of(seed);

    assertThat(Derivation.of(system, KNOWLEDGE)).isEqualTo(Derivation.of(system, KNOWLEDGE));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void the_order_of_elements_does_not_matter(long seed) {
    SystemModel system = RandomSystem.of(seed);
    SystemModel shuffled = RandomSystem.shuffled(system, seed + 1);

    assertThat(Derivation.of(shuffled, KNOWLEDGE)).isEqualTo(Derivation.of(system, KNOWLEDGE));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void an_answered_question_is_not_asked_again(long seed) {
    SystemModel system = RandomSystem.of(seed);

    for (Question question : Derivation.of(system, KNOWLEDGE).questions()) {
      SystemModel answered = RandomSystem.answering(system, question.fact(), seed);

      assertThat(Derivation.of(answered, KNOWLEDGE).questions())
          .extracting(Question::id)
          .doesNotContain(question.id());
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void nothing_is_both_a_threat_and_a_question(long seed) {
    Derivation derivation = Derivation.of(RandomSystem.of(seed), KNOWLEDGE);
    Set<String> threats = new HashSet<>();
    derivation.threats().forEach(threat -> threats.add(threat.id()));

    assertThat(derivation.questions().stream().flatMap(question -> question.decides().stream()))
        .noneMatch(threats::contains);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void every_threat_says_why_and_how(long seed) {
    for (Threat threat : Derivation.of(RandomSystem.of(seed), KNOWLEDGE).threats()) {
      assertThat(threat.because()).as("reasons of %s", threat.id()).isNotEmpty();
      assertThat(threat.path()).as("path of %s", threat.id()).isNotEmpty();
      assertThat(threat.facts()).as("facts of %s", threat.id()).isNotEmpty();
      assertThat(threat.rank().score()).isBetween(0.0, 100.0);
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void positions_follow_scores_without_gaps(long seed) {
    List<Threat> threats = Derivation.of(RandomSystem.of(seed), KNOWLEDGE).threats();

    for (int i = 0; i < threats.size(); i++) {
      assertThat(threats.get(i).rank().position()).isEqualTo(i + 1);
      if (i > 0) {
        assertThat(threats.get(i).rank().score())
            .isLessThanOrEqualTo(threats.get(i - 1).rank().score());
      }
    }
  }
}
