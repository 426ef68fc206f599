package dev.countersign.inspect.rds;

import static dev.countersign.inspect.bundle.Bundle.rules;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.inspect.ArtefactFact;
import dev.countersign.inspect.Inspected;
import dev.countersign.inspect.Verdict;
import dev.countersign.inspect.bundle.Bundle;
import java.io.IOException;
import java.io.InputStream;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RdsFormatTest {
  /** A call {@code system("id")}, in R's ASCII form. */
  private static final String CALL = "6 1 262153 6 system 2 16 1 262153 2 id 254";

  private static final String PROMISE = "5 252 " + CALL;

  @ParameterizedTest
  @ValueSource(
      strings = {
        PROMISE,
        "19 2 254 " + PROMISE,
        "526 1 NA 1026 1 262153 1 a " + PROMISE + " 254",
        "1026 1 262153 1 x " + PROMISE + " 254",
      })
  void aPromiseWhereDataBelongsIsMalicious(String object) throws IOException {
    Inspected inspected = ascii(object);

    assertThat(inspected.verdict()).isEqualTo(Verdict.MALICIOUS);
    assertThat(rules(inspected)).contains("rds-promise", "rds-promise-call");
  }

  @ParameterizedTest
  @CsvSource({
    "promise-in-environment.rds, MALICIOUS, rds-promise-call",
    "compiled-function.rds, SUSPICIOUS, rds-function-call",
    "active-binding.rds, SUSPICIOUS, rds-active-binding",
    "ecdf.rds, CLEAN, rds-functions",
  })
  void whatRWouldRunIsTold(String file, Verdict verdict, String rule) throws IOException {
    Inspected inspected = Bundle.inspect(file, bytes(file));

    assertThat(inspected.verdict()).as("%s", inspected.findings()).isEqualTo(verdict);
    assertThat(rules(inspected)).contains(rule);
  }

  @ParameterizedTest
  @ValueSource(strings = {"lm.rds", "workspace.RData"})
  void modelsOfRAreClean(String file) throws IOException {
    Inspected inspected = Bundle.inspect(file, bytes(file));

    assertThat(inspected.verdict()).as("%s", inspected.findings()).isEqualTo(Verdict.CLEAN);
  }

  @Test
  void aModelTellsItsClass() throws IOException {
    assertThat(Bundle.inspect("lm.rds", bytes("lm.rds")).facts())
        .containsEntry(ArtefactFact.ARCHITECTURE, "lm");
  }

  @Test
  void anExpressionOfItselfIsSuspicious() throws IOException {
    assertThat(rules(ascii(CALL))).containsExactly("rds-language-call");
    assertThat(rules(ascii("6 1 262153 7 do.call 2 16 1 262153 6 system 254")))
        .containsExactly("rds-language-call");
  }

  @Test
  void lengthsThatDoNotFitAndDamageAreErrorsAndNoFailures() throws IOException {
    assertThat(ascii("19 2000000000 254").verdict()).isEqualTo(Verdict.ERROR);
    byte[] whole = bytes("ecdf.rds");
    Random random = new Random(3);
    for (int round = 0; round < 300; round++) {
      byte[] damaged = whole.clone();
      damaged[14 + random.nextInt(damaged.length - 14)] = (byte) random.nextInt();
      assertThat(rules(Bundle.inspect("x.rds", damaged))).doesNotContain("reader-failed");
    }
  }

  private static Inspected ascii(String object) throws IOException {
    String text = "A\n3\n262146\n197888\n5\nUTF-8\n" + object.replace(' ', '\n') + "\n";
    return Bundle.of("x.rds", text).inspect("x.rds");
  }

  private static byte[] bytes(String file) throws IOException {
    try (InputStream in = RdsFormatTest.class.getResourceAsStream(file)) {
      return in.readAllBytes();
    }
  }
}
