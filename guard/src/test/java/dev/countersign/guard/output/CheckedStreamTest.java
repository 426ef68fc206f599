package dev.countersign.guard.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.guard.Deadline;
import dev.countersign.guard.Decision;
import dev.countersign.guard.FailMode;
import dev.countersign.guard.output.finding.Finding;
import dev.countersign.guard.output.policy.Destination;
import dev.countersign.guard.output.policy.DestinationPolicy;
import dev.countersign.guard.output.policy.OutputPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Text that comes in parts, hostile size, and time. */
class CheckedStreamTest {
  private static final String[] PIECES = {
    "Some text. ",
    "\n",
    "\n\n",
    "`",
    "```\n",
    "[a](",
    "![",
    "][r]",
    "\n[r]: ",
    "https://evil.example/",
    "?d=dGhlIG1lZXRpbmcgbm90ZXM=",
    ")",
    "<img src=",
    "<b>",
    ">",
    "<!--",
    "-->",
    "- item\n",
    "> quote\n",
    "4539 5787 6362 1486",
    "DE89 3704 0044 0532 0130 00",
    "\u200b",
    "\u001b[31m",
    "${jndi:ldap://x}",
    "{{7*7}}",
    "password: ",
    "Xk7!qP2#vL9z",
    "-----BEGIN " + "PRIVATE KEY-----\n",
    "MIIEvQIBADANBgkq",
    "2026-01-02 03:04:05 INFO x\n",
    "word ".repeat(40),
    "| a | b |\n",
    "    code\n",
    "\\",
    "=1+1",
    "'",
    "\""
  };

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(120); i >= 0; i--) {
      text.append(PIECES[random.nextInt(PIECES.length)]);
    }
    return text.toString();
  }

  @ParameterizedTest
  @EnumSource(Destination.class)
  void theSameIsFoundHoweverTheTextIsCut(Destination destination) {
    Random random = new Random(20261127);
    for (int run = 0; run < 60; run++) {
      String text = text(random);
      Checked whole = Texts.GATE.check(text, destination);
      CheckedStream stream = Texts.GATE.stream(destination);
      StringBuilder released = new StringBuilder();
      List<Finding> told = new ArrayList<>();
      for (int at = 0; at < text.length(); ) {
        int end = Math.min(text.length(), at + 1 + random.nextInt(30));
        Released part = stream.feed(text.substring(at, end));
        released.append(part.text());
        told.addAll(part.findings());
        at = end;
      }
      assertThat(stream.finish()).isEqualTo(whole);
      Released rest = stream.rest();
      released.append(rest.text());
      told.addAll(rest.findings());
      assertThat(told).containsExactlyInAnyOrderElementsOf(whole.findings());
      assertThat(text).startsWith(released);
      if (whole.decision() != Decision.REJECT) {
        assertThat(released).hasToString(text);
      }
    }
  }

  @Test
  void nothingOfWhatIsRejectedIsReleased() {
    CheckedStream stream = Texts.GATE.stream(Destination.MARKDOWN);
    String before = "A harmless paragraph of some length.\n\n".repeat(10);
    assertThat(stream.feed(before).text()).startsWith("A harmless");
    assertThat(stream.feed("![x](https://evil").text()).doesNotContain("evil");
    Released last = stream.feed(".example/?d=1)\n\n" + before);
    assertThat(last.decision()).isEqualTo(Decision.REJECT);
    assertThat(last.text()).isEmpty();
    assertThat(stream.feed(before).text()).isEmpty();
  }

  @Test
  void whatIsHeldBackIsBounded() {
    CheckedStream stream = Texts.GATE.stream(Destination.HTML);
    stream.feed("<a title='");
    Released released = stream.feed("x ".repeat(20_000));
    assertThat(released.decision()).isEqualTo(Decision.REJECT);
    assertThat(released.findings()).anyMatch(finding -> finding.rule().equals("gate.unclosed"));
  }

  @ParameterizedTest
  @EnumSource(Destination.class)
  void hostileTextsTakeLinearTime(Destination destination) {
    String[] seeds = {
      "[",
      "![a][",
      "[a](b ",
      "`",
      "<",
      "<a ",
      "<!--",
      "(",
      "{",
      "${",
      "&#",
      "%41",
      "1 ",
      "4111 ",
      "a1",
      "@",
      "a@b.",
      ":",
      "password=",
      "'",
      "\"",
      "\\",
      "-",
      "/*",
      "|",
      ">",
      "> ",
      "$(",
      "{\"a\":",
      "[[",
      "=",
      "://",
      "www.",
      "eyJ.",
      "A",
      "\n",
      " ",
      "\t",
      "\u200b",
      "```\n",
      "- `\n",
      ";",
      "``",
      "'' ",
      "0.1.",
      "\r\n"
    };
    for (String seed : seeds) {
      String text = seed.repeat(50_000 / seed.length());
      long start = System.nanoTime();
      Texts.GATE.check(text, destination);
      assertThat(Duration.ofNanos(System.nanoTime() - start))
          .as(destination + " " + seed)
          .isLessThan(Duration.ofSeconds(2));
    }
  }

  @Test
  void aTextThatIsTooLongIsRejected() {
    assertThat(Texts.decision("x".repeat(1_000_001), Destination.TEXT)).isEqualTo(Decision.REJECT);
  }

  @Test
  void whatCannotBeDecidedInTimeIsDecidedAsThePolicySays() {
    Deadline passed = Deadline.in(Duration.ofNanos(-1));
    assertThat(gate(FailMode.CLOSED).check("x", Destination.TEXT, passed).decision())
        .isEqualTo(Decision.REJECT);
    Checked open = gate(FailMode.OPEN).check("x", Destination.TEXT, passed);
    assertThat(open.decision()).isEqualTo(Decision.FLAG);
    assertThat(open.findings()).singleElement().matches(f -> f.rule().equals("gate.deadline"));
  }

  private static OutputGate gate(FailMode fail) {
    DestinationPolicy usual = DestinationPolicy.usual();
    return OutputGate.of(
        new OutputPolicy(
            Map.of(),
            new DestinationPolicy(
                usual.hosts(),
                usual.images(),
                usual.links(),
                usual.data(),
                usual.maxLength(),
                fail,
                Optional.empty(),
                List.of(),
                List.of(),
                usual.numbers()),
            List.of()));
  }
}
