package dev.countersign.model.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.model.edit.YamlValue.Pairs;
import dev.countersign.model.edit.YamlValue.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class YamlEditTest {
  /** What is there, what is set ({@code path = value}), what is there afterwards. */
  static Stream<Arguments> edits() {
    return Stream.of(
        edit(
            "a key at the end of a map of lines, before the comments of what follows",
            "datasets.d.pinned = no",
            """
            datasets:
              d:
                origin: scraped   # from the web
                writers:
                  - a   # the first
                  - b

                # the comment of e
              e: { origin: public }
            """,
            """
            datasets:
              d:
                origin: scraped   # from the web
                writers:
                  - a   # the first
                  - b
                pinned: no

                # the comment of e
              e: { origin: public }
            """),
        edit(
            "a key in braces",
            "datasets.d.pinned = no",
            "datasets: { d: { origin: public }, e: { origin: scraped } }   # both\n",
            "datasets: { d: { origin: public, pinned: no }, e: { origin: scraped } }   # both\n"),
        edit(
            "a key in empty braces",
            "datasets.d.pinned = no",
            "datasets: { d: {} }",
            "datasets: { d: { pinned: no } }"),
        edit(
            "a key in braces that hold a comment only",
            "datasets.d.pinned = no",
            "datasets:\n  d: { # nothing yet\n  }\n",
            "datasets:\n  d: { pinned: no # nothing yet\n  }\n"),
        edit(
            "a key where nothing stands yet",
            "datasets.d.pinned = no",
            "datasets:\n  d:   # ask Ann\n  e: {}\n",
            "datasets:\n  d: { pinned: no }   # ask Ann\n  e: {}\n"),
        edit(
            "a key where a tilde stands",
            "datasets.d.pinned = no",
            "datasets:\n  d: ~ # ask Ann\n",
            "datasets:\n  d: { pinned: no } # ask Ann\n"),
        edit(
            "a bare value becomes a map",
            "actors.m.gains = money",
            "actors:\n  m:    partner    # a shop\n",
            "actors:\n  m:    { trust: partner, gains: money }    # a shop\n"),
        edit(
            "a bare value in quotes keeps them",
            "actors.m.gains = money",
            "actors: { \"m\": 'partner' }\n",
            "actors: { \"m\": { trust: 'partner', gains: money } }\n"),
        edit(
            "a bare value is exchanged where it stands",
            "actors.m.trust = staff",
            "actors:\n  m: partner # a shop\n",
            "actors:\n  m: staff # a shop\n"),
        edit(
            "a nested key into a map of its own",
            "datasets.d.labels.writers = [a, b]",
            "datasets:\n    d:\n        origin: public",
            "datasets:\n    d:\n        origin: public\n        labels: { writers: [a, b] }"),
        edit(
            "a nested key into a map that is there",
            "datasets.d.labels.writers = [a, b]",
            "datasets:\n  d: { labels: { from: crowd }, origin: public }\n",
            "datasets:\n  d: { labels: { from: crowd, writers: [a, b] }, origin: public }\n"),
        edit(
            "braces over several lines, a comma and a comment at the end",
            "datasets.d.pinned = no",
            "datasets:\n  d: { origin: public,\n       admission: none,   # for now\n     }\n",
            "datasets:\n  d: { origin: public,\n       admission: none,   # for now\n"
                + "       pinned: no,\n     }\n"),
        edit(
            "braces over several lines, a comment and no comma",
            "datasets.d.pinned = no",
            "datasets:\n  d: { origin: public,\n       admission: none   # for now\n     }\n",
            "datasets:\n  d: { origin: public,\n       admission: none,   # for now\n"
                + "       pinned: no\n     }\n"),
        edit(
            "braces whose line would grow long",
            "datasets.d.pinned = no",
            "datasets:\n  d: { origin: public, supplier: %s }\n".formatted("x".repeat(70)),
            "datasets:\n  d: { origin: public, supplier: %s,\n       pinned: no }\n"
                .formatted("x".repeat(70))),
        edit(
            "another value, with its quotes gone and its comment kept",
            "datasets.d.pinned = yes",
            "datasets:\n  d:\n    pinned: 'no' # sadly\n",
            "datasets:\n  d:\n    pinned: yes # sadly\n"),
        edit(
            "a list of lines becomes a list in brackets",
            "datasets.d.writers = [c]",
            "datasets:\n  d:\n    writers:\n      - a\n      - b\n    pinned: no\n",
            "datasets:\n  d:\n    writers: [c]\n    pinned: no\n"),
        edit(
            "a value over several lines",
            "models.m.supplier = Ann",
            "models:\n  m:\n    supplier: |\n      Bert\n      and Carl\n\n    # next\n  n: {}\n",
            "models:\n  m:\n    supplier: Ann\n\n    # next\n  n: {}\n"),
        edit(
            "line ends of Windows",
            "datasets.d.pinned = no",
            "datasets:\r\n  d:\r\n    origin: public # x\r\n\r\n  e: {}\r\n",
            "datasets:\r\n  d:\r\n    origin: public # x\r\n    pinned: no\r\n\r\n  e: {}\r\n"),
        edit(
            "signs outside the basic plane before the place",
            "datasets.d.pinned = no",
            "# 🙂🙂\ndatasets:\n  d: { supplier: \"🙂\" } # 🙂\n",
            "# 🙂🙂\ndatasets:\n  d: { supplier: \"🙂\", pinned: no } # 🙂\n"),
        edit(
            "a section that is not there, in the file's own indentation",
            "resolutions.x@y = {control: c@y}",
            "countersign: 1\ndatasets:\n    y: {}   # last\n# the end\n",
            "countersign: 1\ndatasets:\n    y: {}   # last\n\nresolutions:\n    x@y: { control: c@y }\n"
                + "# the end\n"),
        edit(
            "an entry in a section that is empty",
            "resolutions.x@y = {control: c@y}",
            "resolutions:   # none yet\ndatasets: {}\n",
            "resolutions:   # none yet\n  x@y: { control: c@y }\ndatasets: {}\n"),
        edit(
            "a long answer on lines of its own",
            "resolutions.x@y = {accepted: {by: the committee, reason: %s}}"
                .formatted("x".repeat(80)),
            "resolutions:\n  a@b: { control: c@b }\n",
            "resolutions:\n  a@b: { control: c@b }\n  x@y:\n    accepted:\n      by: the committee\n"
                + "      reason: %s\n".formatted("x".repeat(80))),
        edit(
            "JSON",
            "actors.m.gains = money",
            "{\"countersign\": 1, \"actors\": {\"m\": \"partner\"}}",
            "{\"countersign\": 1, \"actors\": {\"m\": { trust: \"partner\", gains: money }}}"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("edits")
  void changesNothingElse(String what, String edit, String before, String after) {
    assertThat(set(before, edit)).isEqualTo(new YamlEdit.Done(after));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void refuses(String edit, String before, String why) {
    assertThat(set(before, edit))
        .isInstanceOfSatisfying(
            YamlEdit.Refused.class, refused -> assertThat(refused.why()).contains(why));
  }

  static Stream<Arguments> refusals() {
    return Stream.of(
        Arguments.of("a.b.c = x", "z: { b: &b { d: 1 } }\na: { b: *b2 }\n", "cannot be read"),
        Arguments.of("a.b.c = x", "z: { b: &b { d: 1 } }\na: { b: *b }\n", "b has an anchor"),
        Arguments.of("a.b.c = x", "a: { b: &b { d: 1 } }\nz: { b: *b }\n", "b has an anchor"),
        Arguments.of("a.b.c = x", "a: &a\n  b: { d: 1 }\nz: *a\n", "a has an anchor"),
        Arguments.of("a.b.c = x", "a: { b: [1, 2] }\n", "b is a list"),
        Arguments.of("a.b.c.d = x", "a: { b: { c: 1 } }\n", "c is a value"),
        Arguments.of("a.b.c = x", "a:\n  b:\n    c:\n      - x # why\n      - y\n", "comments"),
        Arguments.of("a.b.c = x", "[1, 2]\n", "no map"),
        Arguments.of("a.b.c = x", "a: 1\na: 2\n", "stands twice"));
  }

  @Test
  void writesHostileTextSoThatItMeansItself() {
    for (String text : HOSTILE) {
      for (String before : List.of("a:\n  b:\n    c: 1\n", "a: { b: { c: 1 } }", "a:\n  b: x\n")) {
        YamlEdit.Result result =
            YamlEdit.set(before, List.of("a", "b", "d"), new Text(text), Optional.of("t"));
        assertThat(result).as(text).isInstanceOf(YamlEdit.Done.class);
        assertThat(((YamlEdit.Done) result).text()).doesNotContain("\u001b", "\u202e");
      }
    }
  }

  private static final List<String> HOSTILE =
      List.of(
          "",
          " ",
          "~",
          "null",
          "no",
          "- a",
          "a: b",
          "a:",
          "a #b",
          "#b",
          "a, b",
          "}",
          "]",
          "{",
          "&a",
          "*a",
          "!!str a",
          "%TAG",
          "@a",
          "`a`",
          "|",
          ">",
          "---",
          "...",
          "? a",
          "'a'",
          "it's",
          "\"a\"",
          "a\\b",
          "a\nb: c\n",
          "a\r\nb",
          "\t",
          "\u001b[31mred",
          "\u202eabc",
          "\u0085\u2028\ufeff",
          "<script>",
          "=cmd|' /C calc'!A0",
          "🙂",
          "x".repeat(5000));

  private static Arguments edit(String what, String edit, String before, String after) {
    return Arguments.of(what, edit, before, after);
  }

  private static YamlEdit.Result set(String before, String edit) {
    String[] parts = edit.split(" = ", 2);
    return YamlEdit.set(
        before, List.of(parts[0].split("\\.")), value(parts[1]), Optional.of("trust"));
  }

  private static YamlValue value(String written) {
    if (written.startsWith("[")) {
      String inner = written.substring(1, written.length() - 1);
      return YamlValue.texts(List.of(inner.split(", ")));
    }
    if (written.startsWith("{")) {
      Map<String, YamlValue> pairs = new LinkedHashMap<>();
      String inner = written.substring(1, written.length() - 1);
      if (inner.endsWith("}")) {
        String[] outer = inner.split(": ", 2);
        pairs.put(outer[0], value(outer[1]));
      } else {
        for (String pair : inner.split(", ")) {
          pairs.put(pair.split(": ")[0], new Text(pair.split(": ")[1]));
        }
      }
      return new Pairs(pairs);
    }
    return new Text(written);
  }
}
