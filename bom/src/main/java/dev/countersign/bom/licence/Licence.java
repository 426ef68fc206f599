package dev.countersign.bom.licence;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A licence as somebody wrote it, read as an SPDX licence expression (SPDX 3.0.1, annex "SPDX
 * licence expressions") where it is one. Model hubs write identifiers in lower case; the list's own
 * spelling is put in their place.
 */
public sealed interface Licence {
  /** An identifier of the SPDX licence list. */
  record Listed(String id) implements Licence {}

  /** A valid expression of several identifiers, or with an exception or a reference of its own. */
  record Expression(String text) implements Licence {}

  /** Anything else: the name that people use. */
  record Named(String name) implements Licence {}

  /** Longer texts are no expressions. */
  int LONGEST = 1_000;

  /** Reads it. */
  static Licence of(String text) {
    String stripped = text.strip();
    Optional<String> listed = LicenceList.id(stripped);
    if (listed.isPresent()) {
      return new Listed(listed.get());
    }
    Optional<String> expression =
        stripped.length() > LONGEST ? Optional.empty() : Parser.normal(stripped);
    return expression.<Licence>map(Expression::new).orElseGet(() -> new Named(stripped));
  }

  /** A parser by recursive descent, of at most {@value #DEEPEST} brackets in each other. */
  final class Parser {
    private static final int DEEPEST = 32;
    private static final Pattern TOKEN = Pattern.compile("\\s*([()]|[A-Za-z0-9.+:-]+)");
    private static final Pattern OWN =
        Pattern.compile("(DocumentRef-[A-Za-z0-9.-]+:)?LicenseRef-[A-Za-z0-9.-]+");

    private final List<String> tokens;
    private final StringBuilder normal = new StringBuilder();
    private int at;

    private Parser(List<String> tokens) {
      this.tokens = tokens;
    }

    /** The expression with identifiers in the list's spelling; empty where it is none. */
    static Optional<String> normal(String text) {
      Parser parser = new Parser(tokens(text));
      boolean whole = parser.alternatives(0) && parser.at == parser.tokens.size();
      return whole ? Optional.of(parser.normal.toString()) : Optional.empty();
    }

    private static List<String> tokens(String text) {
      List<String> tokens = new ArrayList<>();
      Matcher token = TOKEN.matcher(text);
      int end = 0;
      while (token.find() && token.start() == end) {
        tokens.add(token.group(1));
        end = token.end();
      }
      return end == text.length() ? tokens : List.of("(");
    }

    private boolean alternatives(int depth) {
      boolean good = conjunction(depth);
      while (good && is("OR")) {
        normal.append(" OR ");
        good = conjunction(depth);
      }
      return good;
    }

    private boolean conjunction(int depth) {
      boolean good = simple(depth);
      while (good && is("AND")) {
        normal.append(" AND ");
        good = simple(depth);
      }
      return good;
    }

    private boolean simple(int depth) {
      if (depth > DEEPEST || at >= tokens.size()) {
        return false;
      }
      if (is("(")) {
        normal.append('(');
        boolean good = alternatives(depth + 1) && is(")");
        normal.append(')');
        return good;
      }
      return identifier() && exception();
    }

    private boolean identifier() {
      String token = tokens.get(at++);
      String bare = token.endsWith("+") ? token.substring(0, token.length() - 1) : token;
      Optional<String> id =
          LicenceList.id(token)
              .or(() -> LicenceList.id(bare).map(known -> known + token.substring(bare.length())))
              .or(() -> OWN.matcher(token).matches() ? Optional.of(token) : Optional.empty());
      id.ifPresent(normal::append);
      return id.isPresent();
    }

    private boolean exception() {
      if (!is("WITH")) {
        return true;
      }
      if (at >= tokens.size()) {
        return false;
      }
      Optional<String> exception = LicenceList.exception(tokens.get(at++));
      exception.ifPresent(known -> normal.append(" WITH ").append(known));
      return exception.isPresent();
    }

    private boolean is(String word) {
      boolean is =
          at < tokens.size()
              && (tokens.get(at).equals(word)
                  || tokens.get(at).equals(word.toLowerCase(Locale.ROOT)));
      at += is ? 1 : 0;
      return is;
    }
  }
}
