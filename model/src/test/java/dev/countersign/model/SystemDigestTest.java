package dev.countersign.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the digest of a system covers, and what it does not. */
class SystemDigestTest {
  private static final String SYSTEM =
      """
      countersign: 1
      system: { id: demo, purpose: Declines payments., ml-lead: a@b.example }
      actors:
        cardholder: { trust: customer, gains: money }
      datasets:
        transactions: { writers: [cardholder, anyone], supplier: Acme, labels: { from: chargebacks } }
      models:
        m: { task: ranking, trained-on: transactions, files: [a.onnx, b.onnx] }
      components:
        api: { runs: m, rate-limit: 24/day }
      decisions:
        d: { by: m, if-wrong: { financial: 40 EUR } }
      controls:
        model-signing@m: { signature: m.sig }
      resolutions:
        evasion@m: { control: model-signing@m }
        model-theft@m: { accepted: { by: Board, until: 2027-06-30, reason: Small. } }
      assumptions:
        a: { states: It holds., until: 2027-01-01, about: [m] }
      """;

  @TempDir Path folder;

  @Test
  void isASha256() {
    assertThat(digest(SYSTEM)).matches("sha256:[0-9a-f]{64}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Declines payments.       | Declines most payments.
          a@b.example              | c@d.example
          supplier: Acme           | supplier: Other
          supplier: Acme,          | ''
          from: chargebacks        | from: refunds
          gains: money             | gains: goods
          24/day                   | 1/h
          40 EUR                   | 40.00 EUR
          40 EUR                   | 40..40 EUR
          [cardholder, anyone]     | [anyone, cardholder, anyone]
          [a.onnx, b.onnx]         | [b.onnx, a.onnx]
          trained-on: transactions | 'trained-on: [ "transactions" ]'
          """)
  void staysTheSameWhereTheMeaningDoes(String part, String other) {
    assertThat(digest(changed(part, other))).isEqualTo(digest(SYSTEM));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          id: demo                 | id: demo-2
          trust: customer          | trust: public
          , gains: money           | ''
          [cardholder, anyone]     | [cardholder]
          [cardholder, anyone]     | none
          'writers: [cardholder, anyone], ' | ''
          task: ranking            | task: regression
          24/day                   | 25/day
          40 EUR                   | 40 USD
          40 EUR                   | 40..41 EUR
          [a.onnx, b.onnx]         | [a.onnx]
          m.sig                    | n.sig
          signature: m.sig         | document: m.sig
          control: model-signing@m | planned: { control: model-signing@m }
          by: Board                | by: Nobody
          2027-06-30               | 2027-07-01
          reason: Small.           | reason: Large.
          It holds.                | It does not.
          2027-01-01               | 2027-01-02
          about: [m]               | about: [api]
          """)
  void changesWithTheMeaning(String part, String other) {
    assertThat(digest(changed(part, other))).isNotEqualTo(digest(SYSTEM));
  }

  @Test
  void doesNotDependOnTheOrderOrStyleOfTheFile() {
    for (int seed = 0; seed < 100; seed++) {
      Map<String, Object> system = RandomSystem.of(seed);
      String shuffled = YamlText.shuffled(system, new Random(seed));
      assertThat(digest(shuffled)).as("seed %d", seed).isEqualTo(digest(YamlText.of(system)));
    }
  }

  @Test
  void differsBetweenDifferentSystems() {
    List<String> digests = new ArrayList<>();
    for (int seed = 0; seed < 100; seed++) {
      digests.add(digest(YamlText.of(RandomSystem.of(seed))));
    }
    assertThat(digests).doesNotHaveDuplicates();
  }

  @Test
  void doesNotDependOnTheFilesThatASystemIsSpreadOver() {
    Map<String, Object> whole = RandomSystem.of(7);
    Map<String, Object> main = new LinkedHashMap<>(whole);
    Map<String, Object> part = new LinkedHashMap<>();
    for (String section : List.of("actors", "models", "controls", "assumptions")) {
      part.put(section, Objects.requireNonNull(main.remove(section)));
    }
    main.put("include", List.of("shared/part.yaml"));
    TestFiles.write(folder, "shared/part.yaml", YamlText.of(part));

    assertThat(digest(YamlText.of(main))).isEqualTo(digest(YamlText.of(whole)));
  }

  private static String changed(String part, String other) {
    assertThat(SYSTEM).contains(part);
    return SYSTEM.replaceFirst(Pattern.quote(part), other);
  }

  private String digest(String yaml) {
    return SystemDigest.of(TestFiles.model(TestFiles.write(folder, "countersign.yaml", yaml)));
  }
}
