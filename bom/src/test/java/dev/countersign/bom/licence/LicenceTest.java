package dev.countersign.bom.licence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.bom.licence.Licence.Expression;
import dev.countersign.bom.licence.Licence.Listed;
import dev.countersign.bom.licence.Licence.Named;
import org.junit.jupiter.api.Test;

class LicenceTest {
  @Test
  void identifiersGetTheSpellingOfTheList() {
    assertThat(Licence.of("apache-2.0")).isEqualTo(new Listed("Apache-2.0"));
    assertThat(Licence.of(" MIT ")).isEqualTo(new Listed("MIT"));
  }

  @Test
  void expressionsAreValidOrNames() {
    assertThat(Licence.of("mit OR (Apache-2.0 AND GPL-2.0-only WITH Classpath-exception-2.0)"))
        .isEqualTo(
            new Expression("MIT OR (Apache-2.0 AND GPL-2.0-only WITH Classpath-exception-2.0)"));
    assertThat(Licence.of("LicenseRef-own")).isEqualTo(new Expression("LicenseRef-own"));
    assertThat(Licence.of("MIT OR")).isEqualTo(new Named("MIT OR"));
    assertThat(Licence.of("MIT/Apache")).isEqualTo(new Named("MIT/Apache"));
    assertThat(Licence.of("llama3.1")).isEqualTo(new Named("llama3.1"));
    assertThat(Licence.of("(".repeat(900))).isInstanceOf(Named.class);
  }
}
