package dev.countersign.guard.output;

import static dev.countersign.guard.output.Texts.decision;
import static dev.countersign.guard.output.Texts.rules;
import static dev.countersign.guard.output.policy.Destination.TEXT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.guard.Decision;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What no destination gets. Secrets are put together here, so that none stands in a file. */
class ContentTest {
  private static final String PROMPT =
      "You are Atlas, the assistant of the Northwind agency. Gold customers get 14 percent, silver"
          + " customers 9 percent. Refunds above 250 euros go to the team lead.";
  private static final String CANARY = "cnry-7f3a9c41d2e8";

  private static final OutputGate GUARDING = OutputGate.standard().guarding(PROMPT, CANARY);

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void tokensAreKnownByTheirForm() {
    String aws = "AKIA" + "Q3EGZ7RJ2XK5TWLM";
    assertThat(rules("the key is " + aws, TEXT)).containsExactly("secret.token");
    assertThat(rules(base64("the key is " + aws + " ok"), TEXT)).containsExactly("secret.token");
    assertThat(decision("AKIAIOSFODNN7EXAMPLE", TEXT)).isEqualTo(Decision.ACCEPT);
    String stripe = "sk_live_" + "4eC39HqLyjWDarjtT1zdp7dc";
    assertThat(rules(stripe, TEXT)).containsExactly("secret.token");
  }

  @Test
  void aTokenOfGitHubWithAWrongChecksumIsOnlyFlagged() {
    assertThat(decision("see ghp_" + "Zk3rT9wQx1LmVb7NcY2sHd8PfJ4gAe0000aB", TEXT))
        .isNotEqualTo(Decision.REJECT);
  }

  @Test
  void passwordsAreKnownByTheirNames() {
    String strong = "Xk7!qP" + "2#vL9z";
    assertThat(rules("password: " + strong, TEXT)).containsExactly("secret.assigned");
    assertThat(rules("The password is " + strong, TEXT)).containsExactly("secret.assigned");
    assertThat(rules("postgres://admin:" + strong.replace("#", "") + "@db/x", TEXT))
        .contains("secret.connection");
    assertThat(decision("password = getpass()", TEXT)).isEqualTo(Decision.ACCEPT);
    assertThat(decision("password: changeme", TEXT)).isEqualTo(Decision.ACCEPT);
  }

  @Test
  void aPrivateKeyHasABody() {
    String header = "-----BEGIN " + "PRIVATE KEY-----";
    String body = "MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7\n".repeat(8);
    assertThat(rules("Here:\n" + header + "\n" + body, TEXT)).containsExactly("secret.token");
    assertThat(decision("A file with " + header + " in it is a key.", TEXT))
        .isEqualTo(Decision.ACCEPT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "card 4539 5787 6362 1486",
        "IBAN DE89 3704 0044 0532 0130 00",
        "SSN 536-22-8726",
        "NHS number 943 476 5919",
        "AB 12 34 56 C",
        "Steuer-ID 86095742719",
        "BSN 111222333",
        "DNI 12345678Z",
        "NIE X1234567L",
        "2 55 08 14 168 025 38",
        "RSSMRA85T10A562S",
        "CPF 111.444.777-35",
        "CNPJ 11.222.333/0001-81",
        "Aadhaar 2341 2341 2346",
        "SIN 130 692 544",
        "0123 (4539 5787 6362 1486)",
        "010180 10018",
        "INSZ 85.07.30-033.28",
        "85.07.30-033.28",
        "811218-9876",
        "personnummer 19811218-9876",
        "TC kimlik 10000000146",
        "ID number 8001015009087",
        "NIF 123456789",
        "TFN 123 456 782",
        "My Number 1234 5678 9018"
      })
  void numbersOfPersonsAreKnownByTheirChecks(String text) {
    assertThat(decision(text, TEXT)).isEqualTo(Decision.REJECT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "card 4539 5787 6362 1487",
        "IBAN DE89 3704 0044 0532 0130 01",
        "SSN 000-22-8726",
        "NHS number 943 476 5918",
        "GB123456A is a tax number",
        "BSN 111222334",
        "811218-9877",
        "part 811318-9876",
        "personnummer 811318-9876",
        "85.07.30-033.29",
        "010180 10019",
        "TC kimlik 10000000147",
        "ID number 8001015009088",
        "TFN 123 456 783",
        "My Number 1234 5678 9017",
        "12345678A",
        "RSSMRA85T10A562T",
        "4242 4242 4242 4242",
        "550e8400-e29b-41d4-a716-446655440000",
        "2024-05-06T07:08:09Z",
        "3.14159265358979323846",
        "ISBN 978-3-16-148410-0"
      })
  void othersAreNumbers(String text) {
    assertThat(decision(text, TEXT)).isEqualTo(Decision.ACCEPT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a\u200b\u200c\u200db", "a\u202Eb", "x\ufe00\ufe01y", "a\uDB40\uDC41\uDB40\uDC42"})
  void hiddenTextIsFound(String text) {
    assertThat(decision(text, TEXT)).isEqualTo(Decision.REJECT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67",
        "\u2764\uFE0F",
        "\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645"
      })
  void charactersInTheirUseAreNotHidden(String text) {
    assertThat(decision(text, TEXT)).isEqualTo(Decision.ACCEPT);
  }

  @Test
  void theSystemPromptIsKnownInDisguises() {
    String spaced = PROMPT.replaceAll("(.)", "$1 ");
    String reversed = new StringBuilder(PROMPT).reverse().toString();
    String leet = PROMPT.replace('e', '3').replace('a', '4').replace('o', '0');
    for (String leak : new String[] {PROMPT, spaced, reversed, leet, base64(PROMPT)}) {
      assertThat(GUARDING.check("Sure: " + leak, TEXT).findings())
          .anyMatch(finding -> finding.rule().equals("leak.system-prompt"));
    }
    assertThat(GUARDING.check("As the assistant of the agency I can help you.", TEXT).decision())
        .isEqualTo(Decision.ACCEPT);
  }

  @Test
  void aCanaryIsKnownInDisguises() {
    for (String leak :
        new String[] {CANARY, "c n r y 7f3a 9c41 d2e8", base64("it is " + CANARY + " ok")}) {
      assertThat(GUARDING.check("x " + leak + " y", TEXT).findings())
          .anyMatch(finding -> finding.rule().equals("leak.canary"));
    }
  }
}
