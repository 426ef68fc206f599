package dev.countersign.inspect.hdf5;

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

class Hdf5FormatTest {
  @ParameterizedTest
  @CsvSource({
    "lambda-earliest.h5, keras-lambda-dangerous",
    "lambda-latest.h5, keras-lambda-dangerous",
    "many-attributes.h5, keras-lambda-dangerous",
    "external-link-earliest.h5, hdf5-reaches-out",
    "external-link-latest.h5, hdf5-reaches-out",
    "many-links.h5, hdf5-reaches-out",
    "external-numbers-earliest.h5, hdf5-reaches-out",
    "external-numbers-latest.h5, hdf5-reaches-out",
    "virtual.h5, hdf5-reaches-out",
    "pickled-attribute.h5, hdf5-pickle",
  })
  void whatRunsCodeOrReachesOutIsMalicious(String file, String rule) throws IOException {
    Inspected inspected = inspect(file);

    assertThat(inspected.verdict()).isEqualTo(Verdict.MALICIOUS);
    assertThat(rules(inspected)).contains(rule);
  }

  @ParameterizedTest
  @ValueSource(strings = {"dense-earliest.h5", "dense-latest.h5"})
  void weightsOfPlainLayersAreCleanAndTellOfThemselves(String file) throws IOException {
    Inspected inspected = inspect(file);

    assertThat(inspected.verdict()).as("%s", inspected.findings()).isEqualTo(Verdict.CLEAN);
    assertThat(inspected.facts())
        .containsEntry(ArtefactFact.ARCHITECTURE, "Sequential")
        .containsEntry(ArtefactFact.PRODUCER, "Keras 2.12.0");
  }

  @ParameterizedTest
  @CsvSource({"harmless-lambda.h5, keras-lambda", "user-block.h5, hdf5-user-block"})
  void codeAndStrangeShapesAreSuspicious(String file, String rule) throws IOException {
    Inspected inspected = inspect(file);

    assertThat(inspected.verdict()).isEqualTo(Verdict.SUSPICIOUS);
    assertThat(rules(inspected)).contains(rule);
  }

  @Test
  void damagedFilesNeitherFailNorHang() throws IOException {
    Random random = new Random(5);
    for (String file :
        new String[] {"dense-earliest.h5", "many-links.h5", "many-attributes.h5", "virtual.h5"}) {
      byte[] whole = bytes(file);
      for (int round = 0; round < 150; round++) {
        byte[] damaged = whole.clone();
        for (int i = 0; i <= random.nextInt(8); i++) {
          damaged[8 + random.nextInt(damaged.length - 8)] = (byte) random.nextInt();
        }
        assertThat(rules(Bundle.inspect("x.h5", damaged))).doesNotContain("reader-failed");
      }
    }
  }

  private static Inspected inspect(String file) throws IOException {
    return Bundle.inspect(file, bytes(file));
  }

  private static byte[] bytes(String file) throws IOException {
    try (InputStream in = Hdf5FormatTest.class.getResourceAsStream(file)) {
      return in.readAllBytes();
    }
  }
}
