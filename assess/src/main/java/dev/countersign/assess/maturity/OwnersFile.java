package dev.countersign.assess.maturity;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads CODEOWNERS as GitHub and GitLab do: of the lines that match a file, the last counts. */
final class OwnersFile {
  private static final int LONGEST = 200;

  private OwnersFile() {}

  /**
   * Who owns a file.
   *
   * @param name path of the file from the root of the repository, with slashes
   */
  static Optional<String> owners(String text, String name) {
    Optional<String> owners = Optional.empty();
    for (String line : text.lines().toList()) {
      String[] words = line.replaceFirst("(?:^|\\s)#.*", "").strip().split("\\s+");
      if (!words[0].startsWith("[") && matches(words[0], name)) {
        List<String> named = Stream.of(words).skip(1).toList();
        owners = named.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", named));
      }
    }
    return owners;
  }

  /** A pattern with a slash inside counts from the root, any other at every level. */
  static boolean matches(String pattern, String name) {
    if (pattern.isEmpty()
        || pattern.equals("/")
        || pattern.length() > LONGEST
        || name.length() > LONGEST) {
      return false;
    }
    String bare = pattern.startsWith("/") ? pattern.substring(1) : pattern;
    boolean rooted = pattern.substring(0, pattern.length() - 1).indexOf('/') >= 0;
    boolean folder = bare.endsWith("/");
    String wanted = (rooted ? "" : "**/") + (folder ? bare + "**" : bare);
    return glob(wanted.split("/"), 0, name.split("/"), 0)
        || !folder
            && !bare.endsWith("/*")
            && glob((wanted + "/**").split("/"), 0, name.split("/"), 0);
  }

  /** Each step moves on in one of the two, and a second star forgets the first: no blow-up. */
  private static boolean glob(String[] pattern, int p, String[] name, int n) {
    int star = -1;
    int mark = 0;
    int i = p;
    int j = n;
    while (j < name.length) {
      if (i < pattern.length && pattern[i].equals("**")) {
        star = i++;
        mark = j;
      } else if (i < pattern.length && segment(pattern[i], name[j])) {
        i++;
        j++;
      } else if (star >= 0) {
        i = star + 1;
        j = ++mark;
      } else {
        return false;
      }
    }
    while (i < pattern.length && pattern[i].equals("**")) {
      i++;
    }
    return i == pattern.length;
  }

  private static boolean segment(String pattern, String name) {
    int star = -1;
    int mark = 0;
    int i = 0;
    int j = 0;
    while (j < name.length()) {
      if (i < pattern.length() && pattern.charAt(i) == '*') {
        star = i++;
        mark = j;
      } else if (i < pattern.length() && isSame(pattern.charAt(i), name.charAt(j))) {
        i++;
        j++;
      } else if (star >= 0) {
        i = star + 1;
        j = ++mark;
      } else {
        return false;
      }
    }
    while (i < pattern.length() && pattern.charAt(i) == '*') {
      i++;
    }
    return i == pattern.length();
  }

  private static boolean isSame(char wanted, char found) {
    return wanted == '?' || wanted == found;
  }
}
