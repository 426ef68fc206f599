package dev.countersign.guard.tool.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Results are taken apart. */
class LeavesTest {
  private static List<String> shown(String text) {
    return Leaves.of(text).stream()
        .map(leaf -> leaf.record() + " " + leaf.shown() + "=" + leaf.text())
        .toList();
  }

  @Test
  void json() {
    assertThat(shown("[{\"id\": 1, \"tags\": [\"a\", \"b\"]}, {\"id\": 2}]"))
        .containsExactly("1 0.id=1", "1 0.tags.0=a", "1 0.tags.1=b", "2 1.id=2");
  }

  @Test
  void whatPythonPrints() {
    assertThat(shown("{'Smart Watch': {'price': 199.99, 'reviews': [\"It's ok\"], 'x': None}}"))
        .containsExactly(
            "2 Smart Watch=Smart Watch",
            "2 Smart Watch.price=199.99",
            "2 Smart Watch.reviews.0=It's ok");
    assertThat(shown("[Mail(id='1')]")).containsExactly("0 0=Mail(id='1')");
  }

  @Test
  void whatPyYamlWrites() {
    String yaml =
        """
        - attachments: []
          body: 'Hi Emma,


            It''s me.'
          recipients:
          - a@example.com
          - b@example.com
          sender: c@example.com
        - body: "two\\
            \\ lines"
          sender: d@example.com
        """;
    assertThat(shown(yaml))
        .contains(
            "1 0.recipients.0=a@example.com",
            "1 0.recipients.1=b@example.com",
            "1 0.sender=c@example.com",
            "2 1.sender=d@example.com")
        .anyMatch(leaf -> leaf.startsWith("1 0.body=Hi Emma,") && leaf.endsWith("It's me."));
  }

  @Test
  void runningTextIsOneLeaf() {
    String text =
        "Dear Sir, please note that the following has to be paid before the end of this very month.\n"
            .repeat(3);
    assertThat(Leaves.of(text)).singleElement().matches(leaf -> !leaf.structured());
  }

  @Test
  void shortLinesAreAList() {
    assertThat(Leaves.of("City Hub\nLuxury Palace\nRiverside")).hasSize(3);
  }
}
