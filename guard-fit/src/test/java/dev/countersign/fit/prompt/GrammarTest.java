package dev.countersign.fit.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sentences from grammars. */
class GrammarTest {
  @Test
  void everyWordingComesUp() {
    Grammar grammar =
        Grammar.of("# a note\n@ whole\n[part] {a|b{c|}}\nGOAL [no part]\n@ part\n{x\n|y}\n");
    TreeSet<String> seen = new TreeSet<>();
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 300; i++) {
      seen.add(grammar.sentence(random, Map.of("GOAL", by -> "go")));
    }
    assertThat(seen)
        .containsExactly("go [no part]", "x\n a", "x\n b", "x\n bc", "y a", "y b", "y bc");
  }

  @Test
  void aPartThatNamesItselfEnds() {
    assertThat(Grammar.of("@ whole\nx[whole]").sentence(new SplittableRandom(1), Map.of()))
        .matches("x+");
  }

  @ParameterizedTest
  @ValueSource(strings = {"attacks.grammar", "benign.grammar"})
  void whatShipsHasNoBracesLeft(String name) {
    Grammar grammar = Grammar.resource(name);
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 3000; i++) {
      assertThat(grammar.sentence(random, Map.of())).isNotBlank().doesNotContain("{", "}");
    }
  }
}
