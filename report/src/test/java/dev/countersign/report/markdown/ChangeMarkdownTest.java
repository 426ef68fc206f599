package dev.countersign.report.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.assess.Checked;
import dev.countersign.assess.change.SystemChange;
import dev.countersign.assess.change.TreeChange;
import dev.countersign.assess.change.Version;
import dev.countersign.derive.Derivation;
import dev.countersign.report.Tool;
import dev.countersign.testing.CardFraud;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ChangeMarkdownTest {
  private static final Tool TOOL = new Tool("1.0", new TreeMap<>());

  @Test
  void it_stays_within_a_comment_and_says_what_it_left_out() {
    List<Checked> many = Collections.nCopies(500, CardFraud.checked());
    String text =
        ChangeMarkdown.of(new TreeChange("a", "b", List.of(), many, List.of()), TOOL, 2_000);

    assertThat(text).hasSizeLessThanOrEqualTo(2_000).contains("more systems are left out");
  }

  @Test
  void names_of_revisions_are_hostile_too() {
    TreeChange change =
        new TreeChange("<b>`@all` | #1", "b", List.of(), List.of(CardFraud.checked()), List.of());

    assertThat(ChangeMarkdown.of(change, TOOL)).doesNotContain("<b>", "@all", " #1");
  }

  @Test
  void where_nothing_differs_there_is_nothing_to_post() {
    Version one = version("one", CardFraud.checked());
    Version reworded = version("two", CardFraud.withPurpose("Something else."));
    TreeChange change =
        new TreeChange(
            "one", "two", List.of(SystemChange.between(one, reworded)), List.of(), List.of());

    assertThat(change.isEmpty()).isTrue();
    assertThat(ChangeMarkdown.of(change, TOOL)).isEmpty();
  }

  private static Version version(String name, Checked checked) {
    return new Version(name, checked, _ -> new Derivation(List.of(), List.of()));
  }
}
