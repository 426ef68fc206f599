package dev.countersign.report.markdown;

import dev.countersign.assess.Checked;
import dev.countersign.model.Place;
import dev.countersign.model.SafeText;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Text for a comment on a code host. There, more than markup has effects: {@code @name} calls
 * people, {@code #1} links issues to each other, an address becomes a link. Whoever changes a model
 * file must not do that in the name of the pipeline.
 */
final class Comment {
  /** Breaks a word without showing; what follows is no reference any more. */
  private static final String APART = "&#8203;";

  /** A mention, as GitHub and GitLab see it: not after a letter or digit of ASCII. */
  private static final Pattern MENTION = Pattern.compile("(?<![A-Za-z0-9_])@(?=[A-Za-z0-9_\\\\-])");

  /** References to issues, merge requests, labels, milestones, snippets and epics. */
  private static final Pattern REFERENCE =
      Pattern.compile("((?<!&)#|!|\\\\~|%|&amp;|&#36;|\\bGH-)(?=[\\p{L}\\p{N}\"])");

  /** Addresses that become links by themselves. */
  private static final Pattern ADDRESS =
      Pattern.compile("(://|\\bwww\\.)", Pattern.CASE_INSENSITIVE);

  /** Nothing that ends a code span or a table cell. */
  private static final Pattern PLAIN_CODE = Pattern.compile("[^`|\\\\]+");

  private Comment() {}

  /** Prose, at most that many characters of it. */
  static String text(String hostile, int most) {
    String text = MarkdownText.of(hostile, most);
    text = ADDRESS.matcher(text).replaceAll("$1" + APART);
    text = MENTION.matcher(text).replaceAll("@" + APART);
    return REFERENCE.matcher(text).replaceAll("$1" + APART);
  }

  /** An id or a path, in letters of one width. */
  static String code(String hostile) {
    String safe = SafeText.of(MarkdownText.cut(hostile, 300));
    return PLAIN_CODE.matcher(safe).matches() && safe.strip().equals(safe)
        ? "`" + safe + "`"
        : "<code>" + text(hostile, 300) + "</code>";
  }

  /** Several ids. */
  static String codes(List<String> ids, String between) {
    return String.join(between, ids.stream().map(Comment::code).toList());
  }

  /**
   * A place with a link to its line. The link is relative, {@code ./path#L12}: it leads there from
   * a file at the root of the repository, and whoever posts the text elsewhere puts the address of
   * the repository before {@code ](./}, which nothing else in the text looks like.
   */
  static String link(Place place) {
    return link(place, code(place.file() + ":" + place.line()));
  }

  /** The same, named shortly where the file is the one that the text is about. */
  static String link(Place place, Checked system) {
    boolean here = place.file().equals(system.assessment().system().file());
    return here ? link(place, "line " + place.line()) : link(place);
  }

  private static String link(Place place, String label) {
    return place.file().startsWith("/") || place.file().contains("..")
        ? label
        : "[" + label + "](./" + path(place.file()) + "#L" + place.line() + ")";
  }

  private static String path(String file) {
    try {
      String path = new URI(null, null, "/" + file.replace('\\', '/'), null).toASCIIString();
      return path.substring(1).replace("(", "%28").replace(")", "%29");
    } catch (URISyntaxException noPath) {
      return "";
    }
  }
}
